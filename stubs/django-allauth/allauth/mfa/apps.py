from django.apps import AppConfig


class MFAConfig(AppConfig):
    name = 'allauth.mfa'
