"""Text helpers."""
from _unlatched import opaque


def capfirst(x):
    return x and str(x)[0].upper() + str(x)[1:]


def slugify(value, allow_unicode=False):
    return opaque("a slug")


def format_lazy(format_string, *args, **kwargs):
    return format_string.format(*args, **kwargs)


def __getattr__(name):
    return opaque("django.utils.text." + name)
