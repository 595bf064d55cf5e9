from django.db import models

from patients.models import Patient


class Claim(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="claims")
    insurer = models.CharField(max_length=80)
    amount = models.DecimalField(max_digits=10, decimal_places=2)

    class Meta:
        ordering = ["id"]


class Policy(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="policies")
    insurer = models.CharField(max_length=80)
    number = models.CharField(max_length=30)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "policies"
