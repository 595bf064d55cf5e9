from django.apps import AppConfig


class StandardizedErrorsConfig(AppConfig):
    name = 'drf_standardized_errors'
