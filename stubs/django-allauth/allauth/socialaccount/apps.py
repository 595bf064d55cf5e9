from django.apps import AppConfig


class SocialAccountConfig(AppConfig):
    name = 'allauth.socialaccount'
