"""Sets of filters."""
from _unlatched import opaque


class BaseFilterSet:
    FILTER_DEFAULTS = opaque('filters by class of field')
    get_fields = get_filters = filter_for_field = filter_for_lookup = get_filter_name = opaque('what makes the filters')
    declared_filters = opaque('declared filters')
    base_filters = opaque('filters')

    def __init__(self, data=None, queryset=None, *args, **kwargs):
        self.data = data
        self.queryset = queryset
        self.request = kwargs.get('request')

    def is_valid(self):
        return True

    @property
    def errors(self):
        return {}

    @property
    def form(self):
        return opaque('filter form')

    def filter_queryset(self, queryset):
        return queryset

    @property
    def qs(self):
        return self.filter_queryset(self.queryset)


class FilterSet(BaseFilterSet):
    pass


def __getattr__(name):
    return opaque('django_filters.filterset.' + name)
