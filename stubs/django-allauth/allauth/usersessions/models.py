from django.conf import settings
from django.db import models


class UserSessionManager(models.Manager):
    pass


class UserSession(models.Model):
    objects = UserSessionManager()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    created_at = models.DateTimeField()
    ip = models.GenericIPAddressField()
    last_seen_at = models.DateTimeField()
    session_key = models.CharField(max_length=40, unique=True, editable=False)
    user_agent = models.CharField(max_length=200)
