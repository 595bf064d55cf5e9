from django.conf import settings
from django.db import models

from _unlatched import effect, opaque


class Device(models.Model):
    name = models.CharField(max_length=255, blank=True, null=True)
    active = models.BooleanField(default=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, blank=True, null=True, on_delete=models.CASCADE)
    date_created = models.DateTimeField(auto_now_add=True, null=True)
    application_id = models.CharField(max_length=64, blank=True, null=True)

    class Meta:
        abstract = True


class GCMDeviceManager(models.Manager):
    def get_queryset(self):
        return GCMDeviceQuerySet(self.model)


class GCMDeviceQuerySet(models.query.QuerySet):
    def send_message(self, *args, **kwargs):
        effect('task', 'a message is pushed')
        return opaque('answer of the push service')


class GCMDevice(Device):
    device_id = models.BigIntegerField(blank=True, null=True, db_index=True)
    registration_id = models.TextField()
    cloud_message_type = models.CharField(max_length=3, default='FCM')
    objects = GCMDeviceManager()

    def send_message(self, *args, **kwargs):
        effect('task', 'a message is pushed')
        return opaque('answer of the push service')


class APNSDeviceManager(models.Manager):
    def get_queryset(self):
        return APNSDeviceQuerySet(self.model)


class APNSDeviceQuerySet(models.query.QuerySet):
    def send_message(self, *args, **kwargs):
        effect('task', 'a message is pushed')
        return opaque('answer of the push service')


class APNSDevice(Device):
    device_id = models.UUIDField(blank=True, null=True, db_index=True)
    registration_id = models.CharField(max_length=200)
    objects = APNSDeviceManager()

    def send_message(self, *args, **kwargs):
        effect('task', 'a message is pushed')
        return opaque('answer of the push service')


class WNSDeviceManager(models.Manager):
    def get_queryset(self):
        return WNSDeviceQuerySet(self.model)


class WNSDeviceQuerySet(models.query.QuerySet):
    def send_message(self, *args, **kwargs):
        effect('task', 'a message is pushed')
        return opaque('answer of the push service')


class WNSDevice(Device):
    device_id = models.UUIDField(blank=True, null=True, db_index=True)
    registration_id = models.TextField()
    objects = WNSDeviceManager()

    def send_message(self, *args, **kwargs):
        effect('task', 'a message is pushed')
        return opaque('answer of the push service')


class WebPushDeviceManager(models.Manager):
    def get_queryset(self):
        return WebPushDeviceQuerySet(self.model)


class WebPushDeviceQuerySet(models.query.QuerySet):
    def send_message(self, *args, **kwargs):
        effect('task', 'a message is pushed')
        return opaque('answer of the push service')


class WebPushDevice(Device):
    registration_id = models.TextField()
    p256dh = models.CharField(max_length=88)
    auth = models.CharField(max_length=24)
    browser = models.CharField(max_length=10, default='CHROME')
    objects = WebPushDeviceManager()

    def send_message(self, *args, **kwargs):
        effect('task', 'a message is pushed')
        return opaque('answer of the push service')
