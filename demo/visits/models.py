from django.db import models

from patients.models import Patient


class Visit(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="visits")
    day = models.DateField()
    complaint = models.CharField(max_length=200)

    class Meta:
        ordering = ["id"]


class VisitNote(models.Model):
    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="notes")
    text = models.TextField()

    class Meta:
        ordering = ["id"]


class Referral(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="referrals")
    addressee = models.CharField(max_length=120)
    question = models.CharField(max_length=200)

    class Meta:
        ordering = ["id"]


class Prescription(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="prescriptions")
    substance = models.CharField(max_length=120)
    dose = models.CharField(max_length=60)

    class Meta:
        ordering = ["id"]
