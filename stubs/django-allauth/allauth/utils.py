from django.conf import settings

from _unlatched import opaque


def get_setting(name, dflt):
    return getattr(settings, name, dflt)


def __getattr__(name):
    return opaque('allauth.utils.' + name)
