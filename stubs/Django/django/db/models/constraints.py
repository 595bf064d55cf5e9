"""Constraints of tables."""
from _unlatched import DJANGO_VERSION, opaque
from enum import Enum

__all__ = ["BaseConstraint", "CheckConstraint", "Deferrable", "UniqueConstraint"]


class BaseConstraint:
    def __init__(self, *args, **kwargs):
        self.name = kwargs.get("name")

    clone = constraint_sql = contains_expressions = create_sql = deconstruct = opaque("left out of BaseConstraint")
    default_violation_error_message = get_violation_error_message = remove_sql = opaque("left out of BaseConstraint")
    validate = violation_error_message = opaque("left out of BaseConstraint")
    if DJANGO_VERSION >= (5, 2):
        non_db_attrs = violation_error_code = opaque("left out of BaseConstraint")


class CheckConstraint(BaseConstraint):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.condition = kwargs.get("condition", kwargs.get("check"))

    constraint_sql = create_sql = deconstruct = remove_sql = validate = opaque("left out of CheckConstraint")
    if DJANGO_VERSION >= (5, 2):
        check = opaque("left out of CheckConstraint")


class Deferrable(Enum):
    DEFERRED = "deferred"
    IMMEDIATE = "immediate"


class UniqueConstraint(BaseConstraint):
    def __init__(self, *expressions, **kwargs):
        super().__init__(**kwargs)
        self.expressions = expressions
        self.fields = tuple(kwargs.get("fields", ()))
        self.condition = kwargs.get("condition")

    constraint_sql = contains_expressions = create_sql = deconstruct = remove_sql = opaque("left out of UniqueConstraint")
    validate = opaque("left out of UniqueConstraint")
