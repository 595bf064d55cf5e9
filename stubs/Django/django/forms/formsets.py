"""Sets of forms."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.forms.formsets." + name)
