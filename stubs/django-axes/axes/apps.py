from django import apps


class AppConfig(apps.AppConfig):
    name = 'axes'
