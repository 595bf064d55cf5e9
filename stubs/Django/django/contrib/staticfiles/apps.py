"""The app of static files."""
from django.apps import AppConfig


class StaticFilesConfig(AppConfig):
    name = "django.contrib.staticfiles"
    verbose_name = "Static Files"
    ignore_patterns = ["CVS", ".*", "*~"]
