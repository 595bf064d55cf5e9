from django.db import models


class TaskResult(models.Model):
    task_id = models.CharField(max_length=255, unique=True)
    task_name = models.CharField(null=True, max_length=255)
    status = models.CharField(max_length=50)
    result = models.TextField(null=True, editable=False)
    date_created = models.DateTimeField(auto_now_add=True)
    date_done = models.DateTimeField(auto_now=True)
    traceback = models.TextField(blank=True, null=True)


class ChordCounter(models.Model):
    group_id = models.CharField(max_length=255, unique=True)
    sub_tasks = models.TextField()
    count = models.PositiveIntegerField()


class GroupResult(models.Model):
    group_id = models.CharField(max_length=255, unique=True)
    date_created = models.DateTimeField(auto_now_add=True)
    date_done = models.DateTimeField(auto_now=True)
    result = models.TextField(null=True, editable=False)
