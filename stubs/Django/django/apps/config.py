"""AppConfig: what one entry of INSTALLED_APPS stands for."""
from _unlatched import DJANGO_VERSION, import_module, import_string, is_known, world
from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import cached_property

APPS_MODULE_NAME = "apps"
MODELS_MODULE_NAME = "models"


class AppConfig:
    def __init__(self, app_name, app_module):
        self.name = app_name
        self.module = app_module
        self.apps = None
        self.models_module = None
        self.models = None
        if not hasattr(self, "label"):
            self.label = app_name.rpartition(".")[2]
        if not hasattr(self, "verbose_name"):
            self.verbose_name = self.label.title()
        if not hasattr(self, "path"):
            self.path = self._path_from_module(app_module)

    @cached_property
    def default_auto_field(self):
        from django.conf import settings

        return settings.DEFAULT_AUTO_FIELD

    @property
    def _is_default_auto_field_overridden(self):
        return self.__class__.default_auto_field is not AppConfig.default_auto_field

    def _path_from_module(self, module):
        from os.path import dirname

        if not is_known(module) or not getattr(module, "__file__", None):
            return world(f"the directory of {self.name}")
        return dirname(module.__file__)

    @classmethod
    def create(cls, entry):
        """`entry` names a package (whose `apps` module may hold the one config) or a config class."""
        config_class = None
        name = None
        try:
            module = import_module(entry)
        except ImportError:
            config_class = import_string(entry)
            if not is_known(config_class):
                return cls(entry.rpartition(".")[0].removesuffix("." + APPS_MODULE_NAME), config_class)
        else:
            if not is_known(module):  # a library that we do not have
                head, _, last = entry.rpartition(".")
                guess = head.removesuffix("." + APPS_MODULE_NAME) if last[:1].isupper() else entry
                return cls(guess, module)
            config_class = cls._unlatched_choose(entry)
            # Up to Django 4.0 the package may name its configuration, and that goes before what is found.
            if DJANGO_VERSION < (4, 1) and getattr(module, "default_app_config", None):
                config_class = import_string(module.default_app_config)
                if not is_known(config_class):
                    return cls(entry, config_class)
            if config_class is None:
                config_class, name = cls, entry
        if name is None:
            name = getattr(config_class, "name", None)
            if name is None:
                raise ImproperlyConfigured(f"'{entry}' must supply a name attribute.")
            if not is_known(name):  # it comes from a class that we do not have
                return cls._unlatched_of_library(config_class, entry)
        return config_class(name, import_module(name))

    @classmethod
    def _unlatched_of_library(cls, config_class, entry):
        for base in config_class.__mro__:
            if not is_known(base.__dict__):
                return cls(base.__module__.removesuffix("." + APPS_MODULE_NAME), config_class)
        return cls(entry, config_class)

    @classmethod
    def _unlatched_choose(cls, entry):
        try:
            module = import_module(f"{entry}.{APPS_MODULE_NAME}")
        except ImportError:
            return None
        if not is_known(module):
            return None
        found = []
        for candidate in vars(module).values():
            if is_known(candidate) and isinstance(candidate, type) and candidate is not cls and cls in candidate.__mro__:
                if getattr(candidate, "default", True):
                    found.append(candidate)
        if len(found) > 1:
            found = [candidate for candidate in found if getattr(candidate, "default", False)]
        return found[0] if len(found) == 1 else None

    def get_model(self, model_name, require_ready=True):
        return self._unlatched_apps().get_model(self.label, model_name)

    def get_models(self, include_auto_created=False, include_swapped=False):
        return [model for model in self._unlatched_apps().get_models() if model._meta.app_label == self.label]

    def _unlatched_apps(self):
        from django.apps.registry import apps

        return apps

    def import_models(self):
        try:
            self.models_module = import_module(f"{self.name}.{MODELS_MODULE_NAME}")
        except ImportError as error:
            self.models_module = None
            if f"'{self.name}.{MODELS_MODULE_NAME}'" not in str(error):  # the module is there, but does not load
                raise

    def ready(self):
        pass
