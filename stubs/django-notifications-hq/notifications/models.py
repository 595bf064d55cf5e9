from notifications.base.models import AbstractNotification, notify_handler


class Notification(AbstractNotification):
    class Meta(AbstractNotification.Meta):
        abstract = False
        swappable = 'NOTIFICATIONS_NOTIFICATION_MODEL'
