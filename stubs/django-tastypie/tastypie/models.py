from django.conf import settings
from django.db import models
from django.utils import timezone

from _unlatched import secret


class ApiAccess(models.Model):
    identifier = models.CharField(max_length=255)
    url = models.TextField(blank=True, default='')
    request_method = models.CharField(max_length=10, blank=True, default='')
    accessed = models.PositiveIntegerField()


class ApiKey(models.Model):
    user = models.OneToOneField(settings.AUTH_USER_MODEL, related_name='api_key', on_delete=models.CASCADE)
    key = models.CharField(max_length=128, blank=True, default='', db_index=True)
    created = models.DateTimeField(default=timezone.now)

    def save(self, *args, **kwargs):
        if not self.key:
            self.key = self.generate_key()
        return super().save(*args, **kwargs)

    def generate_key(self):
        return secret('a new key')


def create_api_key(sender, instance, created, **kwargs):
    """A receiver for projects: every new user gets a key."""
    if created is True:
        ApiKey.objects.create(user=instance)
