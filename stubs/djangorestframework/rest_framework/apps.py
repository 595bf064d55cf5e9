"""The application entry; the check it registers decides nothing."""
from django.apps import AppConfig


class RestFrameworkConfig(AppConfig):
    name = 'rest_framework'
    verbose_name = 'Django REST framework'

    def ready(self):
        pass
