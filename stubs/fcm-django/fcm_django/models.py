from django.conf import settings
from django.db import models

from _unlatched import effect, opaque


class Device(models.Model):
    id = models.AutoField(primary_key=True, auto_created=True)
    name = models.CharField(max_length=255, blank=True, null=True)
    active = models.BooleanField(default=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, blank=True, null=True, on_delete=models.CASCADE)
    date_created = models.DateTimeField(auto_now_add=True, null=True)

    class Meta:
        abstract = True


class _FCMDeviceManager(models.Manager):
    def get_queryset(self):
        return FCMDeviceQuerySet(self.model)


class FCMDeviceQuerySet(models.query.QuerySet):
    def send_message(self, *args, **kwargs):
        effect('task', 'a message is pushed')
        return opaque('answer of the push service')

    def handle_topic_subscription(self, *args, **kwargs):
        effect('task', 'devices join or leave a topic')
        return opaque('answer of the push service')

    def deactivate(self, *args, **kwargs):
        effect('db-write', 'devices are switched off')
        return opaque('number of devices')


FCMDeviceManager = _FCMDeviceManager.from_queryset(FCMDeviceQuerySet)


class AbstractFCMDevice(Device):
    device_id = models.CharField(blank=True, null=True, db_index=True, max_length=255)
    registration_id = models.TextField(unique=True)
    type = models.CharField(max_length=10)
    objects = FCMDeviceManager()

    class Meta:
        abstract = True

    def send_message(self, *args, **kwargs):
        effect('task', 'a message is pushed')
        return opaque('answer of the push service')

    def handle_topic_subscription(self, *args, **kwargs):
        effect('task', 'a device joins or leaves a topic')
        return opaque('answer of the push service')


class FCMDevice(AbstractFCMDevice):
    class Meta:
        app_label = 'fcm_django'
        swappable = 'FCM_DJANGO_FCMDEVICE_MODEL'


def __getattr__(name):
    return opaque('fcm_django.models.' + name)
