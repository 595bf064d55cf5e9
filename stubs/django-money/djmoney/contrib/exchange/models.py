from django.db import models

from _unlatched import opaque


class ExchangeBackend(models.Model):
    name = models.CharField(max_length=255, primary_key=True)
    last_update = models.DateTimeField(auto_now=True)
    base_currency = models.CharField(max_length=3)


class Rate(models.Model):
    id = models.AutoField(auto_created=True, primary_key=True)
    currency = models.CharField(max_length=3)
    value = models.DecimalField(max_digits=20, decimal_places=6)
    backend = models.ForeignKey(ExchangeBackend, on_delete=models.CASCADE, related_name='rates')


def get_rate(source, target, backend=None):
    return opaque('rate of exchange')


def convert_money(value, currency, backend=None):
    return opaque('amount of money')
