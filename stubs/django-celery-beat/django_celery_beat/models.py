from django.db import models

from _unlatched import world

from _unlatched import opaque


class SolarSchedule(models.Model):
    event = models.CharField(max_length=24)


class IntervalSchedule(models.Model):
    DAYS = 'days'
    HOURS = 'hours'
    MINUTES = 'minutes'
    SECONDS = 'seconds'
    MICROSECONDS = 'microseconds'
    every = models.IntegerField()
    period = models.CharField(max_length=24)


class ClockedSchedule(models.Model):
    clocked_time = models.DateTimeField()


class CrontabSchedule(models.Model):
    minute = models.CharField(max_length=240, default='*')
    hour = models.CharField(max_length=96, default='*')
    day_of_month = models.CharField(max_length=124, default='*')
    month_of_year = models.CharField(max_length=64, default='*')
    day_of_week = models.CharField(max_length=64, default='*')


class PeriodicTasks(models.Model):
    ident = models.SmallIntegerField(default=1, primary_key=True, unique=True)
    last_update = models.DateTimeField(null=False)

    @classmethod
    def changed(cls, instance, **kwargs):
        pass

    @classmethod
    def update_changed(cls, **kwargs):
        pass

    @classmethod
    def last_change(cls):
        return world('when tasks changed last')


class PeriodicTask(models.Model):
    name = models.CharField(max_length=200, unique=True)
    task = models.CharField(max_length=200)
    interval = models.ForeignKey(IntervalSchedule, on_delete=models.CASCADE, null=True, blank=True)
    crontab = models.ForeignKey(CrontabSchedule, on_delete=models.CASCADE, null=True, blank=True)
    solar = models.ForeignKey(SolarSchedule, on_delete=models.CASCADE, null=True, blank=True)
    clocked = models.ForeignKey(ClockedSchedule, on_delete=models.CASCADE, null=True, blank=True)
    args = models.TextField(blank=True, default='[]')
    kwargs = models.TextField(blank=True, default='{}')
    enabled = models.BooleanField(default=True)


def __getattr__(name):
    return opaque('django_celery_beat.models.' + name)
