from django.db import models

from patients.models import Patient


class Order(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="lab_orders")
    panel = models.CharField(max_length=60)
    done = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]


class Result(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="results")
    analyte = models.CharField(max_length=60)
    value = models.DecimalField(max_digits=8, decimal_places=2)
    unit = models.CharField(max_length=20)

    class Meta:
        ordering = ["id"]


class Sample(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="samples")
    barcode = models.CharField(max_length=20, unique=True)
    material = models.CharField(max_length=30)

    class Meta:
        ordering = ["id"]


class Culture(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="cultures")
    organism = models.CharField(max_length=80)

    class Meta:
        ordering = ["id"]
