"""Q objects, the lazy class attribute of a field, and helpers."""
from _unlatched import opaque, world
from django.utils.tree import Node


class Q(Node):
    AND = "AND"
    OR = "OR"
    XOR = "XOR"
    default = AND
    conditional = True

    def __init__(self, *args, _connector=None, _negated=False, **kwargs):
        self.children = [*args, *sorted(kwargs.items())]
        self.connector = _connector or self.default
        self.negated = _negated

    def _combine(self, other, conn):
        if not self:
            return other
        if not other:
            return self
        return Q(self, other, _connector=conn)

    def __or__(self, other):
        return self._combine(other, self.OR)

    def __and__(self, other):
        return self._combine(other, self.AND)

    def __xor__(self, other):
        return self._combine(other, self.XOR)

    def __invert__(self):
        return Q(self, _negated=True)

    def __bool__(self):
        return bool(self.children)

    def add(self, data, conn_type):
        self.children = [Q(*self.children, _connector=self.connector, _negated=self.negated), data]
        self.connector, self.negated = conn_type, False
        return self

    def deconstruct(self):
        return "django.db.models.Q", tuple(self.children), {}


class DeferredAttribute:
    """A column that was not set on the instance holds whatever the database holds."""

    def __init__(self, field):
        self.field = field

    def __get__(self, instance, cls=None):
        if instance is None:
            return self
        name = self.field.attname
        value = instance.__dict__[name] = world(f"{type(instance).__name__}.{name}")
        return value


class RegisterLookupMixin:
    def get_lookup(self, lookup_name):
        return None

    def get_transform(self, lookup_name):
        return None

    @classmethod
    def get_lookups(cls):
        return {}

    @classmethod
    def register_lookup(cls, lookup, lookup_name=None):
        return lookup


class FilteredRelation:
    def __init__(self, relation_name, *, condition=Q()):
        self.relation_name = relation_name
        self.condition = condition


def __getattr__(name):
    return opaque("django.db.models.query_utils." + name)
