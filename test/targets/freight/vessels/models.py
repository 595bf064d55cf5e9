"""Ships, the people on them, and their papers."""
from django.conf import settings
from django.db import models


class Vessel(models.Model):
    name = models.CharField(max_length=60)
    captain = models.CharField(max_length=60)
    draught = models.PositiveIntegerField()
    sails = models.CharField(max_length=10)


class Certificate(models.Model):
    vessel = models.ForeignKey(Vessel, on_delete=models.CASCADE)
    number = models.CharField(max_length=20)
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)


class Inspection(models.Model):
    vessel = models.ForeignKey(Vessel, on_delete=models.CASCADE)
    remark = models.CharField(max_length=200)
