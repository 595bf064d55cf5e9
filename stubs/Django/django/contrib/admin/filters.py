"""Filters of lists: only their classes."""
from _unlatched import DJANGO_VERSION, opaque


class ListFilter:
    title = None
    template = "admin/filter.html"

    def __init__(self, request, params, model, model_admin):
        self.request = request
        self.used_parameters = {}

    def queryset(self, request, queryset):
        return queryset

    choices = expected_parameters = has_output = opaque("left out of ListFilter")


class FacetsMixin:
    get_facet_counts = get_facet_queryset = opaque("left out of FacetsMixin")


class SimpleListFilter(FacetsMixin, ListFilter):
    parameter_name = None

    def value(self):
        return self.used_parameters.get(self.parameter_name)

    choices = expected_parameters = has_output = lookups = opaque("left out of SimpleListFilter")
    if DJANGO_VERSION >= (5, 2):
        get_facet_counts = opaque("left out of SimpleListFilter")


class FieldListFilter(FacetsMixin, ListFilter):
    list_separator = ","

    def __init__(self, field, request, params, model, model_admin, field_path):
        super().__init__(request, params, model, model_admin)

    @classmethod
    def register(cls, test, list_filter_class, take_priority=False):
        pass

    create = has_output = opaque("left out of FieldListFilter")


class RelatedFieldListFilter(FieldListFilter):
    choices = expected_parameters = field_admin_ordering = field_choices = opaque("left out of RelatedFieldListFilter")
    has_output = include_empty_choice = opaque("left out of RelatedFieldListFilter")
    if DJANGO_VERSION >= (5, 2):
        get_facet_counts = opaque("left out of RelatedFieldListFilter")


class BooleanFieldListFilter(FieldListFilter):
    choices = expected_parameters = opaque("left out of BooleanFieldListFilter")
    if DJANGO_VERSION >= (5, 2):
        get_facet_counts = opaque("left out of BooleanFieldListFilter")


class ChoicesFieldListFilter(FieldListFilter):
    choices = expected_parameters = opaque("left out of ChoicesFieldListFilter")
    if DJANGO_VERSION >= (5, 2):
        get_facet_counts = opaque("left out of ChoicesFieldListFilter")


class DateFieldListFilter(FieldListFilter):
    choices = expected_parameters = opaque("left out of DateFieldListFilter")
    if DJANGO_VERSION >= (5, 2):
        get_facet_counts = opaque("left out of DateFieldListFilter")


class AllValuesFieldListFilter(FieldListFilter):
    choices = expected_parameters = opaque("left out of AllValuesFieldListFilter")
    if DJANGO_VERSION >= (5, 2):
        get_facet_counts = opaque("left out of AllValuesFieldListFilter")


class RelatedOnlyFieldListFilter(RelatedFieldListFilter):
    field_choices = opaque("left out of RelatedOnlyFieldListFilter")


class EmptyFieldListFilter(FieldListFilter):
    choices = expected_parameters = opaque("left out of EmptyFieldListFilter")
    if DJANGO_VERSION >= (5, 2):
        get_facet_counts = get_lookup_condition = opaque("left out of EmptyFieldListFilter")
