from django.apps import AppConfig


class DjangoStructLogConfig(AppConfig):
    name = 'django_structlog'
