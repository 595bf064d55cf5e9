"""Aggregates."""
from _unlatched import DJANGO_VERSION, opaque
from django.db.models.expressions import Func

__all__ = ["Aggregate", "Avg", "Count", "Max", "Min", "StdDev", "Sum", "Variance"]


class Aggregate(Func):
    def __init__(self, *expressions, distinct=False, filter=None, default=None, **extra):
        super().__init__(*expressions, **extra)
        self.distinct = distinct
        self.filter = filter
        self.default = default

    allow_distinct = as_sql = contains_aggregate = default_alias = empty_result_set_value = opaque("left out of Aggregate")
    filter_template = get_group_by_cols = get_source_expressions = get_source_fields = name = opaque("left out of Aggregate")
    resolve_expression = set_source_expressions = template = window_compatible = opaque("left out of Aggregate")


class Avg(Aggregate):
    function = "AVG"
    allow_distinct = name = opaque("left out of Avg")
    if DJANGO_VERSION >= (5, 2):
        arity = opaque("left out of Avg")


class Count(Aggregate):
    function = "COUNT"
    allow_distinct = empty_result_set_value = name = output_field = opaque("left out of Count")
    if DJANGO_VERSION >= (5, 2):
        allows_composite_expressions = arity = resolve_expression = opaque("left out of Count")


class Max(Aggregate):
    function = "MAX"
    name = opaque("left out of Max")
    if DJANGO_VERSION >= (5, 2):
        arity = opaque("left out of Max")


class Min(Aggregate):
    function = "MIN"
    name = opaque("left out of Min")
    if DJANGO_VERSION >= (5, 2):
        arity = opaque("left out of Min")


class StdDev(Aggregate):
    name = opaque("left out of StdDev")
    if DJANGO_VERSION >= (5, 2):
        arity = opaque("left out of StdDev")


class Sum(Aggregate):
    function = "SUM"
    allow_distinct = name = opaque("left out of Sum")
    if DJANGO_VERSION >= (5, 2):
        arity = opaque("left out of Sum")


class Variance(Aggregate):
    name = opaque("left out of Variance")
    if DJANGO_VERSION >= (5, 2):
        arity = opaque("left out of Variance")
