"""The app of django.contrib.sitemaps."""
from django.apps import AppConfig


class SiteMapsConfig(AppConfig):
    name = "django.contrib.sitemaps"
