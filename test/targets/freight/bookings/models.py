"""Bookings of cargo space."""
from django.conf import settings
from django.db import models


class Customer(models.Model):
    name = models.CharField(max_length=80)
    email = models.EmailField()


class Booking(models.Model):
    reference = models.CharField(max_length=20)
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE)
    weight = models.PositiveIntegerField()
    clerk = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)


class Enquiry(models.Model):
    email = models.EmailField()
    text = models.CharField(max_length=200)
