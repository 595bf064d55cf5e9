"""Indexes."""
from _unlatched import opaque
__all__ = ["Index"]


class Index:
    suffix = "idx"

    def __init__(self, *expressions, fields=(), name=None, db_tablespace=None, opclasses=(), condition=None, include=None):
        self.expressions = expressions
        self.fields = list(fields)
        self.name = name or ""

    clone = contains_expressions = create_sql = deconstruct = max_name_length = remove_sql = opaque("left out of Index")
    set_name_with_model = opaque("left out of Index")
