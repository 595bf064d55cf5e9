"""Writers of the document."""
from _unlatched import opaque


def __getattr__(name):
    return opaque('drf_yasg.codecs.' + name)
