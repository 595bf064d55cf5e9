from _unlatched import opaque


def _unlatched_hook(*args, **kwargs):
    return lambda method: method


hook = _unlatched_hook


def __getattr__(name):
    return opaque('django_lifecycle.decorators.' + name)
