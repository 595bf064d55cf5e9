"""Mail backend."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.core.mail.backends.smtp." + name)
