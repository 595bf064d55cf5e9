from django.apps import AppConfig


class WaffleConfig(AppConfig):
    name = 'waffle'
