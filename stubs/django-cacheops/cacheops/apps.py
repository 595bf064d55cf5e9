from django.apps import AppConfig


class CacheopsConfig(AppConfig):
    name = 'cacheops'
