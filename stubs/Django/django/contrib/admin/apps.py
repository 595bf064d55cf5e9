"""The app of the admin; the default config finds the `admin` modules of all apps."""
from django.apps import AppConfig


class SimpleAdminConfig(AppConfig):
    default_auto_field = "django.db.models.AutoField"
    default_site = "django.contrib.admin.sites.AdminSite"
    name = "django.contrib.admin"
    verbose_name = "Administration"

    def ready(self):
        pass


class AdminConfig(SimpleAdminConfig):
    default = True

    def ready(self):
        super().ready()
        from django.contrib import admin

        admin.autodiscover()
