from django.apps import AppConfig


class DjangoPrometheusConfig(AppConfig):
    name = 'django_prometheus'
