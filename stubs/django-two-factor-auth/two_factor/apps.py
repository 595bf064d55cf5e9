from django.apps import AppConfig
from django.conf import settings


class TwoFactorConfig(AppConfig):
    name = 'two_factor'

    def ready(self):
        if getattr(settings, 'TWO_FACTOR_PATCH_ADMIN', True):
            from two_factor.admin import patch_admin

            patch_admin()
