"""The app of django.contrib.admindocs."""
from django.apps import AppConfig


class AdminDocsConfig(AppConfig):
    name = "django.contrib.admindocs"
