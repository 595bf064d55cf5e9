from django.apps import AppConfig


class UserSessionsConfig(AppConfig):
    name = 'allauth.usersessions'
