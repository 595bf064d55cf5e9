from django.db.models import OneToOneField

from _unlatched import opaque


class AutoOneToOneField(OneToOneField):
    """The related object is made when it is missing."""


def __getattr__(name):
    return opaque('annoying.fields.' + name)
