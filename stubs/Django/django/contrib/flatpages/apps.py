"""The app of django.contrib.flatpages."""
from django.apps import AppConfig


class FlatPagesConfig(AppConfig):
    name = "django.contrib.flatpages"
