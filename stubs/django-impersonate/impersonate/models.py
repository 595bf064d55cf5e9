from django.conf import settings
from django.db import models


class ImpersonationLog(models.Model):
    impersonator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name='impersonations')
    impersonating = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name='impersonated_by')
    session_key = models.CharField(max_length=40)
    session_started_at = models.DateTimeField(null=True, blank=True)
    session_ended_at = models.DateTimeField(null=True, blank=True)
