from django.conf import settings
from django.db import models

from _unlatched import opaque


class SocialAppManager(models.Manager):
    pass


class SocialApp(models.Model):
    objects = SocialAppManager()
    provider = models.CharField(max_length=30)
    provider_id = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=40)
    client_id = models.CharField(max_length=191)
    secret = models.CharField(max_length=191, blank=True)
    key = models.CharField(max_length=191, blank=True)


class SocialAccount(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    provider = models.CharField(max_length=200)
    uid = models.CharField(max_length=191)
    last_login = models.DateTimeField(auto_now=True)
    date_joined = models.DateTimeField(auto_now_add=True)
    extra_data = models.JSONField(default=dict)


class SocialToken(models.Model):
    app = models.ForeignKey(SocialApp, on_delete=models.SET_NULL, blank=True, null=True)
    account = models.ForeignKey(SocialAccount, on_delete=models.CASCADE)
    token = models.TextField()
    token_secret = models.TextField(blank=True)
    expires_at = models.DateTimeField(blank=True, null=True)


class SocialLogin:
    def __init__(self, *args, **kwargs):
        self.user = kwargs.get('user')
        self.account = kwargs.get('account')
        self.token = kwargs.get('token')

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return opaque('social login: ' + name)
