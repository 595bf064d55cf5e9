"""Papers of the customs office."""
from django.db import models


class Declaration(models.Model):
    number = models.CharField(max_length=20)
    goods = models.CharField(max_length=80)
    value = models.PositiveIntegerField()
