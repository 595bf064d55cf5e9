"""The app of django.contrib.syndication."""
from django.apps import AppConfig


class SyndicationConfig(AppConfig):
    name = "django.contrib.syndication"
