from rest_framework.pagination import LimitOffsetPagination, PageNumberPagination


class DatatablesMixin:
    pass


class DatatablesPageNumberPagination(DatatablesMixin, PageNumberPagination):
    pass


class DatatablesLimitOffsetPagination(DatatablesMixin, LimitOffsetPagination):
    pass


class DatatablesOnlyPageNumberPagination(DatatablesPageNumberPagination):
    pass
