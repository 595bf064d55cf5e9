"""URL reversal for links in responses."""
from django.urls import NoReverseMatch  # noqa: F401

from _unlatched import opaque


def preserve_builtin_query_params(url, request=None):
    return url


def reverse(viewname, args=None, kwargs=None, request=None, format=None, **extra):
    return _reverse(viewname, args, kwargs, request, format, **extra)


def _reverse(viewname, args=None, kwargs=None, request=None, format=None, **extra):
    return opaque('reversed URL')


def reverse_lazy(*args, **kwargs):
    return opaque('reversed URL')
