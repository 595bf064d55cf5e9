"""The app of django.contrib.sitemaps."""
from _unlatched import opaque
from django.apps import AppConfig


class SiteMapsConfig(AppConfig):
    name = "django.contrib.sitemaps"
    verbose_name = opaque("left out of SiteMapsConfig")
