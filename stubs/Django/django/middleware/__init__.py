"""Package of Django's middleware."""
from _unlatched import DJANGO_VERSION, opaque

if DJANGO_VERSION >= (6, 0):
    def __getattr__(name):
        return opaque("django.middleware." + name)
