"""Expressions of queries: they only have to exist."""
from _unlatched import opaque


class Combinable:
    def _combine(self, other, connector, reversed):
        return CombinedExpression(self, connector, other)

    def __add__(self, other):
        return CombinedExpression(self, "+", other)

    def __sub__(self, other):
        return CombinedExpression(self, "-", other)

    def __mul__(self, other):
        return CombinedExpression(self, "*", other)

    def __truediv__(self, other):
        return CombinedExpression(self, "/", other)

    def __radd__(self, other):
        return CombinedExpression(other, "+", self)

    def __and__(self, other):
        return CombinedExpression(self, "&", other)

    def __or__(self, other):
        return CombinedExpression(self, "|", other)


class BaseExpression:
    def __init__(self, output_field=None):
        self.output_field = output_field

    def asc(self, **kwargs):
        return OrderBy(self, **kwargs)

    def desc(self, **kwargs):
        return OrderBy(self, descending=True, **kwargs)


class Expression(BaseExpression, Combinable):
    pass


class CombinedExpression(Expression):
    def __init__(self, lhs, connector, rhs, output_field=None):
        super().__init__(output_field=output_field)
        self.lhs = lhs
        self.connector = connector
        self.rhs = rhs


class F(Combinable):
    def __init__(self, name):
        self.name = name

    def asc(self, **kwargs):
        return OrderBy(self, **kwargs)

    def desc(self, **kwargs):
        return OrderBy(self, descending=True, **kwargs)


class OuterRef(F):
    pass


class Func(Expression):
    function = None

    def __init__(self, *expressions, output_field=None, **extra):
        super().__init__(output_field=output_field)
        self.source_expressions = list(expressions)
        self.extra = extra


class Value(Expression):
    def __init__(self, value, output_field=None):
        super().__init__(output_field=output_field)
        self.value = value


class RawSQL(Expression):
    def __init__(self, sql, params, output_field=None):
        super().__init__(output_field=output_field)
        self.sql = sql
        self.params = params


class ExpressionWrapper(Expression):
    def __init__(self, expression, output_field):
        super().__init__(output_field=output_field)
        self.expression = expression


class When(Expression):
    def __init__(self, condition=None, then=None, **lookups):
        super().__init__(output_field=None)
        self.condition = condition
        self.result = then


class Case(Expression):
    def __init__(self, *cases, default=None, output_field=None, **extra):
        super().__init__(output_field)
        self.cases = list(cases)
        self.default = default


class Subquery(BaseExpression, Combinable):
    def __init__(self, queryset, output_field=None, **extra):
        self.queryset = queryset
        super().__init__(output_field)


class Exists(Subquery):
    def __init__(self, queryset, **kwargs):
        super().__init__(queryset, **kwargs)

    def __invert__(self):
        return self


class OrderBy(Expression):
    def __init__(self, expression, descending=False, nulls_first=None, nulls_last=None):
        self.expression = expression
        self.descending = descending


class Window(Expression):
    def __init__(self, expression, partition_by=None, order_by=None, frame=None, output_field=None):
        super().__init__(output_field=output_field)


def __getattr__(name):
    return opaque("django.db.models.expressions." + name)
