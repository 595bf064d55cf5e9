"""The app of django.contrib.humanize."""
from django.apps import AppConfig


class HumanizeConfig(AppConfig):
    name = "django.contrib.humanize"
