"""Regular expressions compiled late."""
from _unlatched import opaque


def _lazy_re_compile(regex, flags=0):
    import re

    return re.compile(regex, flags)


def __getattr__(name):
    return opaque("django.utils.regex_helper." + name)
