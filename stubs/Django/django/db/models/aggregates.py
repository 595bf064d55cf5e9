"""Aggregates."""
from django.db.models.expressions import Func

__all__ = ["Aggregate", "Avg", "Count", "Max", "Min", "StdDev", "Sum", "Variance"]


class Aggregate(Func):
    def __init__(self, *expressions, distinct=False, filter=None, default=None, **extra):
        super().__init__(*expressions, **extra)
        self.distinct = distinct
        self.filter = filter
        self.default = default


class Avg(Aggregate):
    function = "AVG"


class Count(Aggregate):
    function = "COUNT"


class Max(Aggregate):
    function = "MAX"


class Min(Aggregate):
    function = "MIN"


class StdDev(Aggregate):
    pass


class Sum(Aggregate):
    function = "SUM"


class Variance(Aggregate):
    pass
