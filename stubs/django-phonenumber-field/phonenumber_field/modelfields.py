from django.db import models

from _unlatched import opaque


class PhoneNumberField(models.CharField):
    def __init__(self, *args, region=None, **kwargs):
        kwargs.setdefault('max_length', 128)
        super().__init__(*args, **kwargs)
        self._region = region


def __getattr__(name):
    return opaque('phonenumber_field.modelfields.' + name)
