"""Constraints of tables."""
__all__ = ["BaseConstraint", "CheckConstraint", "Deferrable", "UniqueConstraint"]


class BaseConstraint:
    def __init__(self, *args, **kwargs):
        self.name = kwargs.get("name")


class CheckConstraint(BaseConstraint):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.condition = kwargs.get("condition", kwargs.get("check"))


class Deferrable:
    DEFERRED = "deferred"
    IMMEDIATE = "immediate"


class UniqueConstraint(BaseConstraint):
    def __init__(self, *expressions, **kwargs):
        super().__init__(**kwargs)
        self.expressions = expressions
        self.fields = tuple(kwargs.get("fields", ()))
        self.condition = kwargs.get("condition")
