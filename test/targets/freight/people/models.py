"""What the API keeps about its users."""
from django.conf import settings
from django.db import models


class Profile(models.Model):
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="profile")
    depot = models.CharField(max_length=40)
    badge = models.CharField(max_length=64, blank=True, default="")
    pass_code = models.CharField(max_length=64, unique=True, null=True, default=None)
