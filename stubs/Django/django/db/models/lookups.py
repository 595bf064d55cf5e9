"""Lookups and transforms, for projects that define their own."""
from _unlatched import opaque
from django.db.models.expressions import Expression, Func
from django.db.models.query_utils import RegisterLookupMixin


class Lookup(Expression):
    lookup_name = None

    def __init__(self, lhs, rhs):
        self.lhs, self.rhs = lhs, rhs


class Transform(RegisterLookupMixin, Func):
    bilateral = False


def __getattr__(name):
    return opaque("django.db.models.lookups." + name)
