from django.apps import AppConfig


class EasyThumbnailsConfig(AppConfig):
    name = 'easy_thumbnails'
