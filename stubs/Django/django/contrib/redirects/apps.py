"""The app of django.contrib.redirects."""
from django.apps import AppConfig


class RedirectsConfig(AppConfig):
    name = "django.contrib.redirects"
