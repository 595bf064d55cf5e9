"""JSON columns."""
from _unlatched import opaque
from django.db.models.fields import Field


class JSONField(Field):
    empty_strings_allowed = False

    def __init__(self, verbose_name=None, name=None, encoder=None, decoder=None, **kwargs):
        self.encoder = encoder
        self.decoder = decoder
        super().__init__(verbose_name, name, **kwargs)

    class_lookups = default_error_messages = description = from_db_value = opaque("left out of JSONField")


def __getattr__(name):
    return opaque("django.db.models.fields.json." + name)
