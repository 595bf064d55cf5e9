"""Expressions of queries: they only have to exist."""
from _unlatched import DJANGO_VERSION, opaque


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

    ADD = BITAND = BITLEFTSHIFT = BITOR = BITRIGHTSHIFT = BITXOR = DIV = MOD = MUL = POW = opaque("left out of Combinable")
    SUB = bitand = bitleftshift = bitor = bitrightshift = bitxor = opaque("left out of Combinable")


class BaseExpression:
    def __init__(self, output_field=None):
        self.output_field = output_field

    def asc(self, **kwargs):
        return OrderBy(self, **kwargs)

    def desc(self, **kwargs):
        return OrderBy(self, descending=True, **kwargs)

    as_sql = conditional = contains_aggregate = contains_column_references = opaque("left out of BaseExpression")
    contains_over_clause = contains_subquery = convert_value = copy = opaque("left out of BaseExpression")
    empty_result_set_value = field = filterable = flatten = get_db_converters = opaque("left out of BaseExpression")
    get_group_by_cols = get_lookup = get_refs = get_source_expressions = opaque("left out of BaseExpression")
    get_source_fields = get_transform = is_summary = output_field = prefix_references = opaque("left out of BaseExpression")
    relabeled_clone = replace_expressions = resolve_expression = reverse_ordering = opaque("left out of BaseExpression")
    select_format = set_source_expressions = window_compatible = opaque("left out of BaseExpression")
    if DJANGO_VERSION >= (5, 2):
        allowed_default = allows_composite_expressions = opaque("left out of BaseExpression")
        constraint_validation_compatible = get_expression_for_validation = set_returning = opaque("left out of BaseExpression")


class Expression(BaseExpression, Combinable):
    deconstruct = identity = opaque("left out of Expression")


class CombinedExpression(Expression):
    def __init__(self, lhs, connector, rhs, output_field=None):
        super().__init__(output_field=output_field)
        self.lhs = lhs
        self.connector = connector
        self.rhs = rhs

    as_sql = get_source_expressions = resolve_expression = set_source_expressions = opaque("left out of CombinedExpression")
    if DJANGO_VERSION >= (5, 2):
        allowed_default = opaque("left out of CombinedExpression")


class F(Combinable):
    def __init__(self, name):
        self.name = name

    def asc(self, **kwargs):
        return OrderBy(self, **kwargs)

    def desc(self, **kwargs):
        return OrderBy(self, descending=True, **kwargs)

    copy = deconstruct = replace_expressions = resolve_expression = opaque("left out of F")
    if DJANGO_VERSION >= (5, 2):
        allowed_default = opaque("left out of F")


class OuterRef(F):
    contains_aggregate = contains_over_clause = relabeled_clone = resolve_expression = opaque("left out of OuterRef")


class Func(Expression):
    function = None

    def __init__(self, *expressions, output_field=None, **extra):
        super().__init__(output_field=output_field)
        self.source_expressions = list(expressions)
        self.extra = extra

    arg_joiner = arity = as_sql = copy = deconstruct = get_source_expressions = opaque("left out of Func")
    set_source_expressions = template = opaque("left out of Func")
    if DJANGO_VERSION >= (5, 2):
        allowed_default = opaque("left out of Func")


class Value(Expression):
    def __init__(self, value, output_field=None):
        super().__init__(output_field=output_field)
        self.value = value

    as_sql = deconstruct = empty_result_set_value = for_save = get_group_by_cols = opaque("left out of Value")
    resolve_expression = opaque("left out of Value")
    if DJANGO_VERSION >= (5, 2):
        allowed_default = opaque("left out of Value")


class RawSQL(Expression):
    def __init__(self, sql, params, output_field=None):
        super().__init__(output_field=output_field)
        self.sql = sql
        self.params = params

    as_sql = get_group_by_cols = resolve_expression = opaque("left out of RawSQL")
    if DJANGO_VERSION >= (5, 2):
        allowed_default = opaque("left out of RawSQL")


class ExpressionWrapper(Expression):
    def __init__(self, expression, output_field):
        super().__init__(output_field=output_field)
        self.expression = expression

    as_sql = deconstruct = get_group_by_cols = get_source_expressions = opaque("left out of ExpressionWrapper")
    set_source_expressions = opaque("left out of ExpressionWrapper")
    if DJANGO_VERSION >= (5, 2):
        allowed_default = opaque("left out of ExpressionWrapper")


class When(Expression):
    def __init__(self, condition=None, then=None, **lookups):
        super().__init__(output_field=None)
        self.condition = condition
        self.result = then

    as_sql = conditional = deconstruct = get_group_by_cols = get_source_expressions = opaque("left out of When")
    get_source_fields = resolve_expression = set_source_expressions = template = opaque("left out of When")
    if DJANGO_VERSION >= (5, 2):
        allowed_default = opaque("left out of When")


class Case(Expression):
    def __init__(self, *cases, default=None, output_field=None, **extra):
        super().__init__(output_field)
        self.cases = list(cases)
        self.default = default

    as_sql = case_joiner = copy = deconstruct = get_group_by_cols = get_source_expressions = opaque("left out of Case")
    set_source_expressions = template = opaque("left out of Case")
    if DJANGO_VERSION >= (5, 2):
        allowed_default = opaque("left out of Case")


class Subquery(BaseExpression, Combinable):
    def __init__(self, queryset, output_field=None, **extra):
        self.queryset = queryset
        super().__init__(output_field)

    as_sql = contains_aggregate = copy = empty_result_set_value = external_aliases = opaque("left out of Subquery")
    get_external_cols = get_group_by_cols = get_source_expressions = set_source_expressions = opaque("left out of Subquery")
    subquery = template = opaque("left out of Subquery")


class Exists(Subquery):
    def __init__(self, queryset, **kwargs):
        super().__init__(queryset, **kwargs)

    def __invert__(self):
        return self

    empty_result_set_value = output_field = select_format = template = opaque("left out of Exists")
    if DJANGO_VERSION >= (5, 2):
        as_sql = opaque("left out of Exists")


class OrderBy(Expression):
    def __init__(self, expression, descending=False, nulls_first=None, nulls_last=None):
        self.expression = expression
        self.descending = descending

    as_oracle = as_sql = conditional = deconstruct = get_group_by_cols = get_source_expressions = opaque("left out of OrderBy")
    reverse_ordering = set_source_expressions = template = opaque("left out of OrderBy")
    if DJANGO_VERSION >= (5, 2):
        allows_composite_expressions = constraint_validation_compatible = opaque("left out of OrderBy")


class Window(Expression):
    def __init__(self, expression, partition_by=None, order_by=None, frame=None, output_field=None):
        super().__init__(output_field=output_field)

    as_sql = as_sqlite = contains_aggregate = contains_over_clause = get_group_by_cols = opaque("left out of Window")
    get_source_expressions = set_source_expressions = template = opaque("left out of Window")


def __getattr__(name):
    return opaque("django.db.models.expressions." + name)
