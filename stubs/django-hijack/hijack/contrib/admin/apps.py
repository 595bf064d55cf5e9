from django.apps import AppConfig
from django.contrib.auth import get_user_model


class HijackAdminConfig(AppConfig):
    name = 'hijack.contrib.admin'
    label = 'hijack_admin'

    def ready(self):
        """The admin of users gets the button, unless it has it or there is none."""
        from django.contrib import admin

        from . import HijackUserAdminMixin

        model = get_user_model()
        known = admin.site._registry.get(model)
        if known is None or isinstance(known, HijackUserAdminMixin):
            return
        admin.site.unregister(model)
        made = type(type(known).__name__, (HijackUserAdminMixin, type(known)), {})
        made.__module__ = type(known).__module__
        admin.site.register(model, made)
