from django.apps import AppConfig as BaseConfig


class AppConfig(BaseConfig):
    name = 'rest_framework_gis'
