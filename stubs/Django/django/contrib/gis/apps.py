"""The app of django.contrib.gis."""
from django.apps import AppConfig


class GISConfig(AppConfig):
    name = "django.contrib.gis"
