"""The app of django.contrib.flatpages."""
from _unlatched import opaque
from django.apps import AppConfig


class FlatPagesConfig(AppConfig):
    name = "django.contrib.flatpages"
    verbose_name = opaque("left out of FlatPagesConfig")
