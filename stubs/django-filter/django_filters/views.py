"""Filtered list pages."""
from django.views.generic import View
from django.views.generic.list import MultipleObjectMixin, MultipleObjectTemplateResponseMixin

from _unlatched import effect, opaque


class FilterMixin:
    filterset_class = None
    strict = True

    def get_filterset_class(self):
        return self.filterset_class

    def get_filterset(self, filterset_class):
        return filterset_class(data=self.request.GET, queryset=self.get_queryset(), request=self.request)


class BaseFilterView(FilterMixin, MultipleObjectMixin, View):
    def get(self, request, *args, **kwargs):
        effect('db-read', 'filtered list')
        self.object_list = self.get_queryset()
        return self.render_to_response(self.get_context_data(object_list=self.object_list))


class FilterView(MultipleObjectTemplateResponseMixin, BaseFilterView):
    template_name_suffix = '_filter'


def __getattr__(name):
    return opaque('django_filters.views.' + name)
