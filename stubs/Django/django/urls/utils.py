"""Dotted names to callables."""
from _unlatched import import_string


def get_callable(lookup_view):
    return lookup_view if callable(lookup_view) else import_string(lookup_view)


def get_mod_func(callback):
    module, _, function = callback.rpartition(".")
    return (module, function) if module else (callback, "")
