from django.db import models


class Patient(models.Model):
    first_name = models.CharField(max_length=60)
    last_name = models.CharField(max_length=60)
    born = models.DateField()
    insurance_number = models.CharField(max_length=20, unique=True)
    phone = models.CharField(max_length=30, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self):
        return f"{self.first_name} {self.last_name}"


class EmergencyContact(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(max_length=120)
    relation = models.CharField(max_length=40)
    phone = models.CharField(max_length=30)

    class Meta:
        ordering = ["id"]


class Allergy(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="allergies")
    substance = models.CharField(max_length=80)
    severity = models.CharField(max_length=20)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "allergies"


class Document(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="documents")
    title = models.CharField(max_length=120)
    pages = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["id"]


class Image(models.Model):
    patient = models.ForeignKey(Patient, on_delete=models.CASCADE, related_name="images")
    title = models.CharField(max_length=120)
    modality = models.CharField(max_length=20)

    class Meta:
        ordering = ["id"]
