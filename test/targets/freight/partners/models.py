"""Carriers and forwarders that fetch their orders."""
from django.conf import settings
from django.db import models


class Partner(models.Model):
    name = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)


class Order(models.Model):
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE)
    goods = models.CharField(max_length=60)
    price = models.PositiveIntegerField()
