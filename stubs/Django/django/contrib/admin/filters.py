"""Filters of lists: only their classes."""


class ListFilter:
    title = None
    template = "admin/filter.html"

    def __init__(self, request, params, model, model_admin):
        self.request = request
        self.used_parameters = {}

    def queryset(self, request, queryset):
        return queryset


class FacetsMixin:
    pass


class SimpleListFilter(FacetsMixin, ListFilter):
    parameter_name = None

    def value(self):
        return self.used_parameters.get(self.parameter_name)


class FieldListFilter(FacetsMixin, ListFilter):
    list_separator = ","

    def __init__(self, field, request, params, model, model_admin, field_path):
        super().__init__(request, params, model, model_admin)

    @classmethod
    def register(cls, test, list_filter_class, take_priority=False):
        pass


class RelatedFieldListFilter(FieldListFilter):
    pass


class BooleanFieldListFilter(FieldListFilter):
    pass


class ChoicesFieldListFilter(FieldListFilter):
    pass


class DateFieldListFilter(FieldListFilter):
    pass


class AllValuesFieldListFilter(FieldListFilter):
    pass


class RelatedOnlyFieldListFilter(RelatedFieldListFilter):
    pass


class EmptyFieldListFilter(FieldListFilter):
    pass
