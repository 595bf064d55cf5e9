"""Indexes."""
__all__ = ["Index"]


class Index:
    suffix = "idx"

    def __init__(self, *expressions, fields=(), name=None, db_tablespace=None, opclasses=(), condition=None, include=None):
        self.expressions = expressions
        self.fields = list(fields)
        self.name = name or ""
