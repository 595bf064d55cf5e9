"""Template filters."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.contrib.humanize.templatetags.humanize." + name)
