from django.conf import settings
from django.db import models

from _unlatched import opaque

USER_MODEL = getattr(settings, 'SOCIAL_AUTH_USER_MODEL', None) or settings.AUTH_USER_MODEL


class AbstractUserSocialAuth(models.Model):
    user = models.ForeignKey(USER_MODEL, related_name='social_auth', on_delete=models.CASCADE)
    provider = models.CharField(max_length=32)
    uid = models.CharField(max_length=255, db_index=True)
    extra_data = models.JSONField(default=dict)
    created = models.DateTimeField(auto_now_add=True)
    modified = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class UserSocialAuth(AbstractUserSocialAuth):
    pass


class Nonce(models.Model):
    server_url = models.CharField(max_length=255)
    timestamp = models.IntegerField()
    salt = models.CharField(max_length=65)


class Association(models.Model):
    server_url = models.CharField(max_length=255)
    handle = models.CharField(max_length=255)
    secret = models.CharField(max_length=255)


class Code(models.Model):
    email = models.EmailField(max_length=254)
    code = models.CharField(max_length=32, db_index=True)
    verified = models.BooleanField(default=False)


class Partial(models.Model):
    token = models.CharField(max_length=32, db_index=True)
    backend = models.CharField(max_length=32)


def __getattr__(name):
    return opaque('social_django.models.' + name)
