from django.apps import apps
from django.conf import settings
from django.contrib import admin

from notifications.base.admin import AbstractNotificationAdmin

Notification = apps.get_model(getattr(settings, 'NOTIFICATIONS_NOTIFICATION_MODEL', 'notifications.Notification'))


class NotificationAdmin(AbstractNotificationAdmin):
    pass


admin.site.register(Notification, NotificationAdmin)
