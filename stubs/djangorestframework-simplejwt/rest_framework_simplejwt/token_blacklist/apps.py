from django.apps import AppConfig


class TokenBlacklistConfig(AppConfig):
    name = 'rest_framework_simplejwt.token_blacklist'
    verbose_name = 'Token Blacklist'
    default_auto_field = 'django.db.models.BigAutoField'
