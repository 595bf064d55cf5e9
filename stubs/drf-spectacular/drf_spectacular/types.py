"""Types of described values."""
from _unlatched import opaque

OpenApiTypes = opaque('drf_spectacular.types.OpenApiTypes')


def __getattr__(name):
    return opaque('drf_spectacular.types.' + name)
