"""The app of sessions."""
from django.apps import AppConfig


class SessionsConfig(AppConfig):
    name = "django.contrib.sessions"
    verbose_name = "Sessions"
