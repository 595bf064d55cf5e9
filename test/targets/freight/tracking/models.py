"""Shipments on their way."""
from django.db import models


class Shipment(models.Model):
    code = models.CharField(max_length=12)
    place = models.CharField(max_length=60)
    receiver = models.CharField(max_length=60)
