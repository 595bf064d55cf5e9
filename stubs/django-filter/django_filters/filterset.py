"""Sets of filters."""
from _unlatched import opaque
from django_filters.filters import Filter


class _UnlatchedFilters:
    """Filters by name: which there are is not followed, and each narrows a queryset."""

    def __getitem__(self, name):
        return Filter()

    def __contains__(self, name):
        return True

    def __setitem__(self, name, filter):
        pass

    def __delitem__(self, name):
        pass

    def get(self, name, default=None):
        return Filter()

    def __getattr__(self, name):
        return opaque('filters of a filter set')


class BaseFilterSet:
    FILTER_DEFAULTS = opaque('filters by class of field')
    get_fields = get_filters = filter_for_field = filter_for_lookup = get_filter_name = opaque('what makes the filters')
    declared_filters = opaque('declared filters')
    base_filters = opaque('filters')

    def __init__(self, data=None, queryset=None, *args, **kwargs):
        self.data = data
        self.queryset = queryset
        self.request = kwargs.get('request')
        self.filters = _UnlatchedFilters()

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
