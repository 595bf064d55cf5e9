"""The token model: only a prefix and the digest are stored."""
from django.apps import apps
from django.conf import settings
from django.db import models

from _unlatched import secret
from knox.settings import knox_settings

User = settings.AUTH_USER_MODEL


class AuthTokenManager(models.Manager):
    def create(self, user, *args, **kwargs):
        instance = super().create(token_key=secret('token prefix'), digest=secret('digest of a token'), user=user)
        return (instance, secret('new token'))


class AbstractAuthToken(models.Model):
    objects = AuthTokenManager()
    digest = models.CharField(max_length=128, primary_key=True)
    token_key = models.CharField(max_length=25, db_index=True)
    user = models.ForeignKey(User, null=False, blank=False, related_name='auth_token_set', on_delete=models.CASCADE)
    created = models.DateTimeField(auto_now_add=True)
    expiry = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


class AuthToken(AbstractAuthToken):
    class Meta:
        swappable = 'KNOX_TOKEN_MODEL'


def get_token_model():
    return apps.get_model(knox_settings.TOKEN_MODEL, require_ready=False)
