from django.db import models

from patients.models import Patient


class Department(models.Model):
    name = models.CharField(max_length=80)
    floor = models.IntegerField()
    on_call_phone = models.CharField(max_length=30)

    class Meta:
        ordering = ["id"]


class Doctor(models.Model):
    name = models.CharField(max_length=120)
    specialty = models.CharField(max_length=80)
    mobile = models.CharField(max_length=30)
    home_address = models.CharField(max_length=200)

    class Meta:
        ordering = ["id"]

    def __str__(self):
        return self.name


class OpeningHours(models.Model):
    weekday = models.CharField(max_length=10)
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "opening hours"


class Shift(models.Model):
    doctor = models.ForeignKey(Doctor, on_delete=models.CASCADE, related_name="shifts")
    day = models.DateField()
    kind = models.CharField(max_length=20)

    class Meta:
        ordering = ["id"]


class Bed(models.Model):
    ward = models.CharField(max_length=40)
    number = models.IntegerField()
    patient = models.ForeignKey(Patient, on_delete=models.SET_NULL, null=True, related_name="beds")

    class Meta:
        ordering = ["id"]


class Appointment(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="appointments")
    doctor = models.ForeignKey(Doctor, on_delete=models.CASCADE, related_name="appointments")
    starts = models.DateTimeField()
    reason = models.CharField(max_length=200)

    class Meta:
        ordering = ["id"]
