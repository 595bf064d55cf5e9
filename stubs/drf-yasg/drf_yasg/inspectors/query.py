from drf_yasg.inspectors.base import FilterInspector, PaginatorInspector


class DrfAPICompatInspector(PaginatorInspector, FilterInspector):
    pass


class CoreAPICompatInspector(PaginatorInspector, FilterInspector):
    pass


class DjangoRestResponsePagination(PaginatorInspector):
    pass
