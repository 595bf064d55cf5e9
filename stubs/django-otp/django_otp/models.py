from django.conf import settings
from django.db import models

from _unlatched import opaque, world


class DeviceManager(models.Manager):
    def devices_for_user(self, user, confirmed=None):
        return self.filter(user=user)


class Device(models.Model):
    user = models.ForeignKey(getattr(settings, 'AUTH_USER_MODEL', 'auth.User'), on_delete=models.CASCADE)
    name = models.CharField(max_length=64)
    confirmed = models.BooleanField(default=True)
    objects = DeviceManager()

    class Meta:
        abstract = True

    def verify_token(self, token):
        """No probe has a device."""
        return world('whether a one-time password is right')


class SideChannelDevice(Device):
    class Meta:
        abstract = True


class CooldownMixin(models.Model):
    class Meta:
        abstract = True


class ThrottlingMixin(models.Model):
    class Meta:
        abstract = True


class TimestampMixin(models.Model):
    class Meta:
        abstract = True


def __getattr__(name):
    return opaque('django_otp.models.' + name)
