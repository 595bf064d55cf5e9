from django.apps import AppConfig


class SilkAppConfig(AppConfig):
    default_auto_field = 'django.db.models.AutoField'
    name = 'silk'
