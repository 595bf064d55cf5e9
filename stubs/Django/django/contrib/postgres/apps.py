"""The app of django.contrib.postgres."""
from django.apps import AppConfig


class PostgresConfig(AppConfig):
    name = "django.contrib.postgres"
