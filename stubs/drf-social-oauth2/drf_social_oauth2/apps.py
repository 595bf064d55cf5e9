from django.apps import AppConfig


class DRFSocialOauth2Config(AppConfig):
    name = 'drf_social_oauth2'
