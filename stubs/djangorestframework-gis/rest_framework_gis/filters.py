from django_filters import Filter, FilterSet

from _unlatched import opaque
from rest_framework.filters import BaseFilterBackend


class InBBoxFilter(BaseFilterBackend):
    bbox_param = 'in_bbox'

    def filter_queryset(self, request, queryset, view):
        return queryset.filter()


class GeometryFilter(Filter):
    pass


class GeoFilterSet(FilterSet):
    pass


class TMSTileFilter(InBBoxFilter):
    tile_param = 'tile'


class DistanceToPointFilter(BaseFilterBackend):
    dist_param = 'dist'
    point_param = 'point'

    def filter_queryset(self, request, queryset, view):
        return queryset.filter()


class DistanceToPointOrderingFilter(DistanceToPointFilter):
    srid = 4326
    order_param = 'order'


def __getattr__(name):
    return opaque('rest_framework_gis.filters.' + name)
