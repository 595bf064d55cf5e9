from django.apps import AppConfig


class PushNotificationsConfig(AppConfig):
    name = 'push_notifications'
