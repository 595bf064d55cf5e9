"""The app of django.contrib.humanize."""
from _unlatched import opaque
from django.apps import AppConfig


class HumanizeConfig(AppConfig):
    name = "django.contrib.humanize"
    verbose_name = opaque("left out of HumanizeConfig")
