from django.apps import AppConfig


class RequestIdConfig(AppConfig):
    name = 'request_id'
