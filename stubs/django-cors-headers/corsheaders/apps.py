from django.apps import AppConfig


class CorsHeadersAppConfig(AppConfig):
    name = 'corsheaders'
