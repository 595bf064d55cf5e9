from django.apps import AppConfig


class DaphneConfig(AppConfig):
    name = 'daphne'
    verbose_name = 'Daphne'
