"""The app of django.contrib.admindocs."""
from _unlatched import opaque
from django.apps import AppConfig


class AdminDocsConfig(AppConfig):
    name = "django.contrib.admindocs"
    verbose_name = opaque("left out of AdminDocsConfig")
