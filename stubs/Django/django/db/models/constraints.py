"""Constraints of tables."""
from enum import Enum

__all__ = ["BaseConstraint", "CheckConstraint", "Deferrable", "UniqueConstraint"]


class BaseConstraint:
    def __init__(self, *args, **kwargs):
        self.name = kwargs.get("name")


class CheckConstraint(BaseConstraint):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.condition = kwargs.get("condition", kwargs.get("check"))


class Deferrable(Enum):
    DEFERRED = "deferred"
    IMMEDIATE = "immediate"


class UniqueConstraint(BaseConstraint):
    def __init__(self, *expressions, **kwargs):
        super().__init__(**kwargs)
        self.expressions = expressions
        self.fields = tuple(kwargs.get("fields", ()))
        self.condition = kwargs.get("condition")
