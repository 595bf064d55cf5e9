from _unlatched import import_module
from dynaconf.base import LazySettings


def load(django_settings_module_name=None, **kwargs):
    """The values of the module stay; what is given here and not there is added."""
    from django.conf import settings as _settings

    name = django_settings_module_name or _settings.SETTINGS_MODULE
    module = import_module(name)
    for key, value in kwargs.items():
        if key.isupper() and not key.endswith('_FOR_DYNACONF') and not hasattr(module, key):
            setattr(module, key, value)
    lazy_settings = LazySettings(_unlatched_module=name)
    module.settings = module.DYNACONF = lazy_settings
    return lazy_settings


DjangoDynaconf = load
