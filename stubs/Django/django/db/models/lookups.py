"""Lookups and transforms, for projects that define their own."""
from _unlatched import DJANGO_VERSION, opaque
from django.db.models.expressions import Expression, Func
from django.db.models.query_utils import RegisterLookupMixin


class Lookup(Expression):
    lookup_name = None

    def __init__(self, lhs, rhs):
        self.lhs, self.rhs = lhs, rhs

    apply_bilateral_transforms = as_oracle = batch_process_rhs = can_use_none_as_rhs = opaque("left out of Lookup")
    get_db_prep_lookup = get_group_by_cols = get_prep_lhs = get_prep_lookup = opaque("left out of Lookup")
    get_source_expressions = identity = output_field = prepare_rhs = process_lhs = process_rhs = opaque("left out of Lookup")
    resolve_expression = rhs_is_direct_value = select_format = set_source_expressions = opaque("left out of Lookup")
    if DJANGO_VERSION >= (5, 2):
        allowed_default = opaque("left out of Lookup")


class Transform(RegisterLookupMixin, Func):
    bilateral = False
    arity = get_bilateral_transforms = lhs = opaque("left out of Transform")


def __getattr__(name):
    return opaque("django.db.models.lookups." + name)
