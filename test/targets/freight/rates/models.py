"""Prices."""
from django.db import models


class Lane(models.Model):
    name = models.CharField(max_length=60)
    price = models.PositiveIntegerField()


class Bid(models.Model):
    lane = models.ForeignKey(Lane, on_delete=models.CASCADE)
    amount = models.PositiveIntegerField()
