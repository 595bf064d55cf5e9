"""`apps`: the installed apps and the models that were defined."""
from _unlatched import import_module, installed_apps as _unlatched_installed, is_known, opaque, remembered
from django.core.exceptions import ImproperlyConfigured

from .config import AppConfig


class Apps:
    def __init__(self, installed_apps=()):
        self.app_configs = {}
        self.apps_ready = self.models_ready = self.ready = True
        self._unlatched_models = []
        self._unlatched_by_name = {}
        self._unlatched_by_package = {}

    def populate(self, installed_apps=None):
        """Everything at once; the interpreter does the same step by step, so that one broken app costs only itself."""
        for entry in installed_apps or []:
            self._unlatched_add(entry if isinstance(entry, AppConfig) else AppConfig.create(entry))
        for config in self.get_app_configs():
            config.import_models()
        for config in self.get_app_configs():
            config.ready()

    def _unlatched_add(self, config):
        config.apps = self
        self.app_configs[config.label] = config
        if is_known(config.name):
            self._unlatched_by_package[config.name] = config

    def _unlatched_configs(self):
        return list(self.app_configs.values()) or _unlatched_installed()

    def check_apps_ready(self):
        pass

    def check_models_ready(self):
        pass

    def get_app_configs(self):
        return self._unlatched_configs()

    def get_app_config(self, app_label):
        for config in self._unlatched_configs():
            if config.label == app_label:
                return config
        for config in self._unlatched_configs():
            if not is_known(config.module):  # an app that we do not have may carry any label
                return opaque(f"an app with the label {app_label}")
        raise LookupError(f"No installed app with label '{app_label}'.")

    def get_models(self, include_auto_created=False, include_swapped=False):
        return [
            model for model in self._unlatched_models
            if not model._meta.abstract and (include_swapped or not model._meta.swapped)
            and (include_auto_created or not model._meta.auto_created)
        ]

    def get_model(self, app_label, model_name=None, require_ready=True):
        if model_name is None:
            app_label, model_name = app_label.split(".")
        if not is_known(app_label) or not is_known(model_name):
            return opaque("the model that a label names")
        found = remembered(self._unlatched_find, app_label, model_name)
        if found is not None:
            return found
        config = self.get_app_config(app_label)
        # An app that comes later: import its models now; the models may also be of code that we do not have.
        try:
            module = import_module(f"{config.name}.models")
        except ImportError:
            module = None
        found = self._unlatched_find(app_label, model_name)
        if found is None:
            found = getattr(module, model_name, None)
        if found is None and is_known(model_name) and "_" in model_name:
            found = self._unlatched_through(app_label, model_name.lower())
        if is_known(found) and found is None:
            raise LookupError(f"App '{app_label}' doesn't have a '{model_name}' model.")
        return found

    def _unlatched_through(self, app_label, name):
        """The model that Django makes for the table of a many-to-many field."""
        for model in self._unlatched_models:
            if model._meta.app_label == app_label:
                for field in model._meta.many_to_many:
                    if f"{model._meta.model_name}_{field.name}" == name:
                        return field.remote_field.through
        return None

    def _unlatched_find(self, app_label, model_name):
        name = model_name.lower()
        for model in self._unlatched_by_name.get(name, []):
            if model._meta.app_label == app_label:
                return model
        return None

    def register_model(self, app_label, model):
        self._unlatched_models.append(model)
        self._unlatched_by_name.setdefault(model._meta.model_name, []).append(model)

    def is_installed(self, app_name):
        return any([config.name == app_name for config in self._unlatched_configs()])

    def get_containing_app_config(self, object_name):
        """The app with the longest name that a dotted name starts with; found by that name, because every model asks."""
        name = object_name if is_known(object_name) else ""
        while name:
            config = self._unlatched_by_package.get(name)
            if config is not None:
                return config
            name = name.rpartition(".")[0]
        return None

    def get_registered_model(self, app_label, model_name):
        model = self._unlatched_find(app_label, model_name)
        if model is None:
            raise LookupError(f"Model '{app_label}.{model_name}' not registered.")
        return model

    def get_swappable_settings_name(self, to_string):
        from django.conf import settings

        return "AUTH_USER_MODEL" if to_string.lower() == settings.AUTH_USER_MODEL.lower() else None

    def clear_cache(self):
        pass

    def lazy_model_operation(self, function, *model_keys):
        pass


apps = Apps(installed_apps=None)
