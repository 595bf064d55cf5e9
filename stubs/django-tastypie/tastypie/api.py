from django.http import HttpResponse, HttpResponseBadRequest
from django.urls import include, re_path

from _unlatched import opaque
from tastypie.exceptions import BadRequest, NotRegistered
from tastypie.utils import trailing_slash


class Api:
    """The top level names all resources, to everybody."""

    def __init__(self, api_name='v1', *args, **kwargs):
        self.api_name = api_name
        self._registry = {}
        self._canonicals = {}

    def register(self, resource, canonical=True):
        self._registry[resource._meta.resource_name] = resource
        if canonical:
            self._canonicals[resource._meta.resource_name] = resource
            resource._meta.api_name = self.api_name

    def unregister(self, resource_name):
        self._registry.pop(resource_name, None)
        self._canonicals.pop(resource_name, None)

    def canonical_resource_for(self, resource_name):
        if resource_name in self._canonicals:
            return self._canonicals[resource_name]
        raise NotRegistered(resource_name)

    def wrap_view(self, view):
        def wrapper(request, *args, **kwargs):
            try:
                return getattr(self, view)(request, *args, **kwargs)
            except BadRequest:
                return HttpResponseBadRequest()

        return wrapper

    def prepend_urls(self):
        return []

    @property
    def urls(self):
        fixed = {'api_name': self.api_name}
        own = [re_path(f'^{self.api_name}{trailing_slash}$', self.wrap_view('top_level'), fixed, name=f'api_{self.api_name}_top_level')]
        for name in sorted(self._registry.keys()):
            own.append(re_path(f'^{self.api_name}/', include(self._registry[name].urls), fixed))
        return self.prepend_urls() + own

    def top_level(self, request, api_name=None):
        return HttpResponse(opaque('names of the resources'))


class NamespacedApi(Api):
    def __init__(self, api_name='v1', urlconf_namespace=None, **kwargs):
        super().__init__(api_name=api_name, **kwargs)
        self.urlconf_namespace = urlconf_namespace
