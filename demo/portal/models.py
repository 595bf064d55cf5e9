from django.db import models

from patients.models import Patient


class Message(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="messages")
    subject = models.CharField(max_length=120)
    body = models.TextField()

    class Meta:
        ordering = ["id"]


class Letter(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="letters")
    subject = models.CharField(max_length=120)
    body = models.TextField()

    class Meta:
        ordering = ["id"]
