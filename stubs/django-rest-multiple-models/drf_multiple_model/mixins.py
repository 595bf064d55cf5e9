from _unlatched import opaque
from rest_framework.response import Response


class BaseMultipleModelMixin:
    querylist = None
    is_paginated = False

    def get_querylist(self):
        return self.querylist

    def check_query_data(self, query_data):
        pass

    def load_queryset(self, query_data, request, *args, **kwargs):
        queryset = self.filter_queryset(query_data['queryset'])
        if query_data.get('filter_fn') is not None:
            queryset = query_data['filter_fn'](queryset, request, *args, **kwargs)
        page = self.paginate_queryset(queryset)
        self.is_paginated = page is not None
        return queryset if page is None else page

    def get_empty_results(self):
        return self.result_type()

    def add_to_results(self, data, label, results):
        raise NotImplementedError

    def format_results(self, results, request):
        return results

    def list(self, request, *args, **kwargs):
        results = self.get_empty_results()
        for query_data in self.get_querylist():
            self.check_query_data(query_data)
            rows = self.load_queryset(query_data, request, *args, **kwargs)
            data = query_data['serializer_class'](rows, many=True, context=self.get_serializer_context()).data
            results = self.add_to_results(data, self.get_label(rows, query_data), results)
        results = self.format_results(results, request)
        return Response(self.paginator.format_response(results) if self.is_paginated else results)


class FlatMultipleModelMixin(BaseMultipleModelMixin):
    sorting_field = None
    sorting_fields = None
    add_model_type = True
    result_type = list

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)

    def get_label(self, queryset, query_data):
        return query_data.get('label') or opaque('name of a model')

    def add_to_results(self, data, label, results):
        results.append(data)
        return results


class ObjectMultipleModelMixin(BaseMultipleModelMixin):
    result_type = dict

    def add_to_results(self, data, label, results):
        results[label] = data
        return results

    def get_label(self, queryset, query_data):
        return query_data.get('label') or opaque('name of a model')
