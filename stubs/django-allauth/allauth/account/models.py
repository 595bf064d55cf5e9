from django.conf import settings
from django.db import models

from _unlatched import opaque, world




class EmailAddress(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    email = models.EmailField(db_index=True, max_length=254)
    verified = models.BooleanField(default=False)
    primary = models.BooleanField(default=False)
    objects = models.Manager()


class EmailConfirmationMixin:
    def confirm(self, request):
        return opaque('confirmed address')

    def send(self, request=None, signup=False):
        return None


class EmailConfirmation(EmailConfirmationMixin, models.Model):
    email_address = models.ForeignKey(EmailAddress, on_delete=models.CASCADE)
    created = models.DateTimeField()
    sent = models.DateTimeField(null=True)
    key = models.CharField(max_length=64, unique=True)

    def key_expired(self):
        return world('whether a confirmation has expired')


class EmailConfirmationHMAC(EmailConfirmationMixin):
    def __init__(self, email_address):
        self.email_address = email_address


class Login:
    def __init__(self, user, *args, **kwargs):
        self.user = user


def __getattr__(name):
    return opaque('allauth.account.models.' + name)
