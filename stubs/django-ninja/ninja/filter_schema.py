from _unlatched import opaque
from ninja.schema import Schema


class FilterLookup:
    def __init__(self, q, *args, **kwargs):
        self.q = q


class FilterSchema(Schema):
    def custom_expression(self):
        raise NotImplementedError

    def get_filter_expression(self):
        return opaque('filter that the caller chooses')

    def filter(self, queryset):
        return queryset.filter(self.get_filter_expression())


def __getattr__(name):
    return opaque('ninja.filter_schema.' + name)
