"""Addresses to places."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.contrib.gis.geoip2." + name)
