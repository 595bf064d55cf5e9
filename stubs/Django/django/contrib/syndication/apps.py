"""The app of django.contrib.syndication."""
from _unlatched import opaque
from django.apps import AppConfig


class SyndicationConfig(AppConfig):
    name = "django.contrib.syndication"
    verbose_name = opaque("left out of SyndicationConfig")
