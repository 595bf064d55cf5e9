"""Imports by dotted path."""
from importlib.util import find_spec

from _unlatched import import_module, import_string as _unlatched_import_string, is_known


def import_string(dotted_path):
    return _unlatched_import_string(dotted_path)


def cached_import(module_path, class_name):
    return getattr(import_module(module_path), class_name)


def autodiscover_modules(*args, **kwargs):
    """One app that cannot be read costs only itself; the first failure is raised in the end, so that it is told."""
    from django.apps import apps

    failure = None
    for app_config in apps.get_app_configs():
        for name in args:
            module = f"{app_config.name}.{name}"
            try:
                import_module(module)
            except Exception as error:
                if f"'{module}'" not in str(error):  # the module is there, but does not load
                    failure = failure or error
    if failure is not None:
        raise failure


def module_has_submodule(package, module_name):
    name = f"{package.__name__}.{module_name}"
    found = find_spec(name)
    if is_known(found):
        return found is not None
    try:
        import_module(name)
    except ImportError:
        return False
    return True


def module_dir(module):
    from _unlatched import world

    return world("the directory of a module")
