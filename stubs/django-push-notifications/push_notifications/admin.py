from django.contrib import admin

from push_notifications.models import APNSDevice, GCMDevice, WebPushDevice, WNSDevice


class DeviceAdmin(admin.ModelAdmin):
    pass


class GCMDeviceAdmin(DeviceAdmin):
    pass


class WebPushDeviceAdmin(DeviceAdmin):
    pass


admin.site.register(APNSDevice, DeviceAdmin)
admin.site.register(GCMDevice, GCMDeviceAdmin)
admin.site.register(WNSDevice, DeviceAdmin)
admin.site.register(WebPushDevice, WebPushDeviceAdmin)
