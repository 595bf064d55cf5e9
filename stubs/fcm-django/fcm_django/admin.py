from django.apps import apps
from django.conf import settings
from django.contrib import admin

FCMDevice = apps.get_model(getattr(settings, 'FCM_DJANGO_FCMDEVICE_MODEL', 'fcm_django.FCMDevice'))


class DeviceAdmin(admin.ModelAdmin):
    pass


admin.site.register(FCMDevice, DeviceAdmin)
