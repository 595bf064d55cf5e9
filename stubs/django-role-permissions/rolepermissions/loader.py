from importlib import import_module

from django.apps import apps
from django.conf import settings


def load_roles_and_permissions():
    """Roles from the module of the settings; checkers from `permissions.py` of every other app that has one."""
    if hasattr(settings, 'ROLEPERMISSIONS_MODULE'):
        import_module(settings.ROLEPERMISSIONS_MODULE)
    for config in apps.get_app_configs():
        if config.name != 'rolepermissions':
            try:
                import_module(config.name + '.permissions')
            except ImportError:
                pass
