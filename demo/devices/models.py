from django.db import models

from patients.models import Patient


class DeviceKey(models.Model):
    """The key that a gateway on a ward was given when it was set up."""

    key = models.CharField(max_length=40, unique=True)
    ward = models.CharField(max_length=40)
    active = models.BooleanField(default=True)


class Reading(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="readings")
    kind = models.CharField(max_length=30)
    value = models.DecimalField(max_digits=8, decimal_places=2)

    class Meta:
        ordering = ["id"]


class Alarm(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="alarms")
    kind = models.CharField(max_length=30)
    raised = models.DateTimeField()

    class Meta:
        ordering = ["id"]
