"""The filter backend; the project's own `qs` and `filter_queryset` are run."""
from _unlatched import is_known
from django_filters.rest_framework import filterset


class DjangoFilterBackend:
    filterset_base = filterset.FilterSet
    raise_exception = True

    def get_filterset(self, request, queryset, view):
        filterset_class = self.get_filterset_class(view, queryset)
        if filterset_class is None:
            return None
        return filterset_class(**self.get_filterset_kwargs(request, queryset, view))

    def get_filterset_class(self, view, queryset=None):
        chosen = getattr(view, 'filterset_class', None)
        return chosen if chosen and is_known(chosen) else None

    def get_filterset_kwargs(self, request, queryset, view):
        return {'data': request.query_params, 'queryset': queryset, 'request': request}

    def filter_queryset(self, request, queryset, view):
        filterset = self.get_filterset(request, queryset, view)
        return queryset if filterset is None else filterset.qs
