"""Containers, and the devices that move them."""
from django.conf import settings
from django.db import models


class Container(models.Model):
    code = models.CharField(max_length=11)
    row = models.CharField(max_length=4)
    receiver = models.CharField(max_length=60)


class Device(models.Model):
    name = models.CharField(max_length=40)
    key = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
