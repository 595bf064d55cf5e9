from django.apps import AppConfig


class DebugToolbarConfig(AppConfig):
    name = 'debug_toolbar'
