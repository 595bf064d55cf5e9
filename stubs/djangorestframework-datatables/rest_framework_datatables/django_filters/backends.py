from django_filters.rest_framework.backends import DjangoFilterBackend
from rest_framework_datatables import filters


class DatatablesFilterBackend(filters.DatatablesBaseFilterBackend, DjangoFilterBackend):
    def filter_queryset(self, request, queryset, view):
        return queryset.filter()
