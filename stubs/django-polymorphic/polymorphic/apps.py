from django.apps import AppConfig


class PolymorphicConfig(AppConfig):
    name = 'polymorphic'
