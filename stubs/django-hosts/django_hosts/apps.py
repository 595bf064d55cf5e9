from django.apps import AppConfig


class HostsConfig(AppConfig):
    name = 'django_hosts'
