"""Tables that the cases about gates look tokens up in."""
from django.conf import settings
from django.db import models


class ApiKey(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    key = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64, unique=True)
    active = models.BooleanField(default=True)


class Profile(models.Model):
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="profile")
    auth_token = models.CharField(max_length=64, blank=True, default="")
    nick = models.CharField(max_length=40, null=True)
