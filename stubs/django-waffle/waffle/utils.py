from django.conf import settings

from _unlatched import opaque
from waffle import defaults


def get_setting(name, default=None):
    return getattr(settings, 'WAFFLE_' + name, getattr(defaults, name, default))


def __getattr__(name):
    return opaque('waffle.utils.' + name)
