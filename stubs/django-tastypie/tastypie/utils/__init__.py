from django.conf import settings

from _unlatched import opaque

trailing_slash = '/?' if getattr(settings, 'TASTYPIE_ALLOW_MISSING_SLASH', False) else '/'


def __getattr__(name):
    return opaque('tastypie.utils.' + name)
