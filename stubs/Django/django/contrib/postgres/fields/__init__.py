"""Fields of PostgreSQL."""
from _unlatched import opaque
from django.db.models import Field, JSONField


class ArrayField(Field):
    empty_strings_allowed = False

    def __init__(self, base_field, size=None, **kwargs):
        self.base_field = base_field
        self.size = size
        super().__init__(**kwargs)


class HStoreField(Field):
    empty_strings_allowed = False


def __getattr__(name):
    return opaque("django.contrib.postgres.fields." + name)
