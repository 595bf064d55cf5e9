from rest_framework.filters import BaseFilterBackend


class DatatablesBaseFilterBackend(BaseFilterBackend):
    pass


class DatatablesFilterBackend(DatatablesBaseFilterBackend):
    def filter_queryset(self, request, queryset, view):
        return queryset.filter()
