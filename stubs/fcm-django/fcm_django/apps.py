from django.apps import AppConfig


class FcmDjangoConfig(AppConfig):
    name = 'fcm_django'
