"""`settings`: the project's settings module over the global defaults."""
from _unlatched import is_known, settings_complete, settings_get
from django.conf import global_settings
from django.utils.functional import LazyObject, empty

ENVIRONMENT_VARIABLE = "DJANGO_SETTINGS_MODULE"
DEFAULT_STORAGE_ALIAS = "default"
STATICFILES_STORAGE_ALIAS = "staticfiles"


class LazySettings(LazyObject):
    def __init__(self):
        self.__dict__["_wrapped"] = _UnlatchedSettings(None)

    def __getattr__(self, name):
        if type(self._wrapped) is not _UnlatchedSettings:
            return getattr(self._wrapped, name)  # something that stands around the settings
        if name == "is_overridden":
            return Settings(None).is_overridden
        value = settings_get(name)
        if name in ("MEDIA_URL", "STATIC_URL") and is_known(value) and isinstance(value, str):
            return self._add_script_prefix(value)
        return value

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        self.__dict__.pop(name, None)

    def configure(self, default_settings=global_settings, **options):
        for name, value in options.items():
            self.__dict__[name] = value

    @staticmethod
    def _add_script_prefix(value):
        if value.startswith(("http://", "https://", "/")):
            return value
        return "/" + value

    @property
    def configured(self):
        # Not yet while the settings module itself runs (Django 5.2, django/conf/__init__.py, LazySettings.configured).
        return settings_complete()


class Settings:
    def __init__(self, settings_module):
        if settings_module is not None:
            self.SETTINGS_MODULE = settings_module

    def is_overridden(self, setting):
        try:
            value = settings_get(setting)
        except AttributeError:
            return False
        return not hasattr(global_settings, setting) or value is not getattr(global_settings, setting)


class _UnlatchedSettings(Settings):
    def __getattr__(self, name):
        return settings_get(name)


class UserSettingsHolder:
    SETTINGS_MODULE = None

    def __init__(self, default_settings):
        self.__dict__["_deleted"] = set()
        self.__dict__["default_settings"] = default_settings

    def __getattr__(self, name):
        return getattr(self.default_settings, name)

    def is_overridden(self, setting):
        return setting in self.__dict__


class SettingsReference(str):
    def __init__(self, value, setting_name):
        self.setting_name = setting_name


settings = LazySettings()
