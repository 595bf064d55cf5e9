from importlib import import_module

from django.conf import settings

from _unlatched import opaque


def get_host_patterns():
    return import_module(settings.ROOT_HOSTCONF).host_patterns


def get_host(name=None):
    name = settings.DEFAULT_HOST if name is None else name
    return next(host for host in get_host_patterns() if host.name == name)


def reverse_host(host, args=None, kwargs=None):
    return opaque('name of a host')


def reverse(viewname, args=None, kwargs=None, *more, **options):
    return opaque('URL at a host')


reverse_host_lazy = reverse_host
reverse_lazy = reverse
