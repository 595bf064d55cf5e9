"""Fields for telephone numbers: what the caller sends may be one."""
from django.forms import CharField

from _unlatched import opaque


class PhoneNumberField(CharField):
    def __init__(self, *args, region=None, widget=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.region = region


def __getattr__(name):
    return opaque('phonenumber_field.formfields.' + name)
