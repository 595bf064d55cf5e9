from django.apps import AppConfig


class TaggitAppConfig(AppConfig):
    name = 'taggit'
    default_auto_field = 'django.db.models.AutoField'
