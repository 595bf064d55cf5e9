"""Filters: names; a filter narrows a queryset by what the caller asks for."""
from _unlatched import opaque


class Filter:
    def __init__(self, *args, **kwargs):
        self.field_name = kwargs.pop('field_name', args[0] if args else None)
        self.lookup_expr = kwargs.pop('lookup_expr', None)
        self.extra = kwargs
        self.extra.setdefault('required', False)

    def filter(self, qs, value):
        return qs

    def get_method(self, qs):
        return qs.filter


class CharFilter(Filter):
    pass


class BooleanFilter(Filter):
    pass


class ChoiceFilter(Filter):
    pass


class TypedChoiceFilter(Filter):
    pass


class UUIDFilter(Filter):
    pass


class MultipleChoiceFilter(Filter):
    pass


class TypedMultipleChoiceFilter(MultipleChoiceFilter):
    pass


class DateFilter(Filter):
    pass


class DateTimeFilter(Filter):
    pass


class IsoDateTimeFilter(DateTimeFilter):
    pass


class TimeFilter(Filter):
    pass


class DurationFilter(Filter):
    pass


class QuerySetRequestMixin:
    pass


class ModelChoiceFilter(QuerySetRequestMixin, ChoiceFilter):
    pass


class ModelMultipleChoiceFilter(QuerySetRequestMixin, MultipleChoiceFilter):
    pass


class NumberFilter(Filter):
    pass


class NumericRangeFilter(Filter):
    pass


class RangeFilter(Filter):
    pass


class DateRangeFilter(ChoiceFilter):
    pass


class DateFromToRangeFilter(RangeFilter):
    pass


class DateTimeFromToRangeFilter(RangeFilter):
    pass


class IsoDateTimeFromToRangeFilter(RangeFilter):
    pass


class TimeRangeFilter(RangeFilter):
    pass


class AllValuesFilter(ChoiceFilter):
    pass


class AllValuesMultipleFilter(MultipleChoiceFilter):
    pass


class BaseCSVFilter(Filter):
    pass


class BaseInFilter(BaseCSVFilter):
    pass


class BaseRangeFilter(BaseCSVFilter):
    pass


class LookupChoiceFilter(Filter):
    pass


class OrderingFilter(BaseCSVFilter, ChoiceFilter):
    def __init__(self, *args, **kwargs):
        fields = kwargs.pop('fields', {})
        labels = kwargs.pop('field_labels', {})
        pairs = fields.items() if isinstance(fields, dict) else [(one, one) if isinstance(one, str) else one for one in fields]
        self.param_map = {param: field for field, param in pairs}
        if 'choices' not in kwargs:
            plain = [(param, labels.get(field, field)) for field, param in pairs]
            kwargs['choices'] = plain + [('-' + param, label) for param, label in plain]
        super().__init__(*args, **kwargs)


def __getattr__(name):
    return opaque('django_filters.filters.' + name)
