"""Routers: from registered ViewSets to URL patterns, in DRF's order."""
from django.core.exceptions import ImproperlyConfigured
from django.urls import NoReverseMatch, path, re_path

from _unlatched import DRF_VERSION, DRF_VERSION_IS_SAID, is_known
from rest_framework import views
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.schemas import SchemaGenerator
from rest_framework.schemas.views import SchemaView
from rest_framework.settings import api_settings
from rest_framework.urlpatterns import format_suffix_patterns


class _unlatched_Route:
    """A named tuple in DRF; the fields are what anybody reads of it."""

    _fields = ('url', 'mapping', 'name', 'detail', 'initkwargs')

    def __init__(self, url, mapping, name, detail, initkwargs):
        self.url = url
        self.mapping = mapping
        self.name = name
        self.detail = detail
        self.initkwargs = initkwargs

    def _asdict(self):
        return {'url': self.url, 'mapping': self.mapping, 'name': self.name, 'detail': self.detail, 'initkwargs': self.initkwargs}

    def _replace(self, **kwargs):
        values = self._asdict()
        values.update(kwargs)
        return _unlatched_Route(**values)


class _unlatched_DynamicRoute:
    _fields = ('url', 'name', 'detail', 'initkwargs')

    def __init__(self, url, name, detail, initkwargs):
        self.url = url
        self.name = name
        self.detail = detail
        self.initkwargs = initkwargs

    def _asdict(self):
        return {'url': self.url, 'name': self.name, 'detail': self.detail, 'initkwargs': self.initkwargs}

    def _replace(self, **kwargs):
        values = self._asdict()
        values.update(kwargs)
        return _unlatched_DynamicRoute(**values)


Route = _unlatched_Route
DynamicRoute = _unlatched_DynamicRoute


def escape_curly_brackets(url_path):
    return url_path.replace('{', '{{').replace('}', '}}')


def flatten(list_of_lists):
    return [item for items in list_of_lists for item in items]


class BaseRouter:
    def __init__(self):
        self.registry = []

    def register(self, prefix, viewset, basename=None):
        if basename is None:
            basename = self.get_default_basename(viewset)
        # A project that does not say its version runs with one that takes it.
        if DRF_VERSION_IS_SAID and DRF_VERSION >= (3, 15) and self.is_already_registered(basename):
            raise ImproperlyConfigured(f'Router with basename "{basename}" is already registered.')
        self.registry.append((prefix, viewset, basename))
        if hasattr(self, '_urls'):
            del self._urls

    if DRF_VERSION < (3, 11):
        _unlatched_register = register

        def register(self, prefix, viewset, basename=None, base_name=None):
            self._unlatched_register(prefix, viewset, base_name if basename is None else basename)

    if DRF_VERSION >= (3, 15):

        def is_already_registered(self, new_basename):
            # A name that is not known is taken to be new: only the reverse name of a route hangs on it.
            return is_known(new_basename) and any([is_known(entry[2]) and entry[2] == new_basename for entry in self.registry])

    def get_default_basename(self, viewset):
        raise NotImplementedError('get_default_basename must be overridden')

    def get_urls(self):
        raise NotImplementedError('get_urls must be overridden')

    @property
    def urls(self):
        if not hasattr(self, '_urls'):
            self._urls = self.get_urls()
        return self._urls


class SimpleRouter(BaseRouter):
    routes = [
        Route(
            url=r'^{prefix}{trailing_slash}$',
            mapping={'get': 'list', 'post': 'create'},
            name='{basename}-list',
            detail=False,
            initkwargs={'suffix': 'List'},
        ),
        DynamicRoute(url=r'^{prefix}/{url_path}{trailing_slash}$', name='{basename}-{url_name}', detail=False, initkwargs={}),
        Route(
            url=r'^{prefix}/{lookup}{trailing_slash}$',
            mapping={'get': 'retrieve', 'put': 'update', 'patch': 'partial_update', 'delete': 'destroy'},
            name='{basename}-detail',
            detail=True,
            initkwargs={'suffix': 'Instance'},
        ),
        DynamicRoute(url=r'^{prefix}/{lookup}/{url_path}{trailing_slash}$', name='{basename}-{url_name}', detail=True, initkwargs={}),
    ]

    def __init__(self, trailing_slash=True, use_regex_path=True):
        if DRF_VERSION < (3, 15) and not use_regex_path:
            raise TypeError('use_regex_path came with DRF 3.15')
        self.trailing_slash = '/' if trailing_slash else ''
        self._use_regex = use_regex_path
        if use_regex_path:
            self._base_pattern = '(?P<{lookup_prefix}{lookup_url_kwarg}>{lookup_value})'
            self._default_value_pattern = '[^/.]+'
            self._url_conf = re_path
        else:
            self._base_pattern = '<{lookup_value}:{lookup_prefix}{lookup_url_kwarg}>'
            self._default_value_pattern = 'str'
            self._url_conf = path
            self.routes = [route._replace(url=route.url.removeprefix('^').removesuffix('$')) for route in self.routes]
        super().__init__()

    def get_default_basename(self, viewset):
        queryset = getattr(viewset, 'queryset', None)
        assert queryset is not None, '`basename` is missing and the viewset has no `.queryset` to take it from'
        return queryset.model._meta.object_name.lower()

    def get_routes(self, viewset):
        """The routes of the router with one more per extra action, in the place of the dynamic routes."""
        fixed = flatten([list(route.mapping.values()) for route in self.routes if isinstance(route, Route)])
        extra_actions = viewset.get_extra_actions()
        clash = [action.__name__ for action in extra_actions if action.__name__ in fixed]
        if clash:
            raise ImproperlyConfigured('@action cannot decorate existing routes: ' + ', '.join(clash))
        routes = []
        for route in self.routes:
            if isinstance(route, DynamicRoute):
                for action in extra_actions:
                    if bool(action.detail) == bool(route.detail):
                        routes.append(self._get_dynamic_route(route, action))
            else:
                routes.append(route)
        return routes

    def _get_dynamic_route(self, route, action):
        initkwargs = route.initkwargs.copy()
        initkwargs.update(action.kwargs)
        return Route(
            url=route.url.replace('{url_path}', escape_curly_brackets(action.url_path)),
            mapping=action.mapping,
            name=route.name.replace('{url_name}', action.url_name),
            detail=route.detail,
            initkwargs=initkwargs,
        )

    def get_method_map(self, viewset, method_map):
        return {method: action for method, action in method_map.items() if hasattr(viewset, action)}

    def get_lookup_regex(self, viewset, lookup_prefix=''):
        lookup_field = getattr(viewset, 'lookup_field', 'pk')
        lookup_value = None
        if not self._use_regex:
            lookup_value = getattr(viewset, 'lookup_value_converter', None)
        if lookup_value is None:
            lookup_value = getattr(viewset, 'lookup_value_regex', self._default_value_pattern)
        return self._base_pattern.format(
            lookup_prefix=lookup_prefix,
            lookup_url_kwarg=getattr(viewset, 'lookup_url_kwarg', None) or lookup_field,
            lookup_value=lookup_value,
        )

    def get_urls(self):
        patterns = []
        for prefix, viewset, basename in self.registry:
            lookup = self.get_lookup_regex(viewset)
            for route in self.get_routes(viewset):
                mapping = self.get_method_map(viewset, route.mapping)
                if not mapping:
                    continue
                url = route.url.format(prefix=prefix, lookup=lookup, trailing_slash=self.trailing_slash)
                # With an empty prefix the leading slash belongs to the including pattern.
                if not prefix:
                    if self._url_conf is path:
                        url = url.removeprefix('/')
                    elif url[:2] == '^/':
                        url = '^' + url[2:]
                initkwargs = route.initkwargs.copy()
                initkwargs.update({'basename': basename, 'detail': route.detail})
                view = viewset.as_view(mapping, **initkwargs)
                patterns.append(self._url_conf(url, view, name=route.name.format(basename=basename)))
        return patterns


class APIRootView(views.APIView):
    """Lists the routes; guarded by the default policy and nothing else."""

    _ignore_model_permissions = True
    schema = None
    api_root_dict = None

    def get(self, request, *args, **kwargs):
        ret = {}
        for key, url_name in self.api_root_dict.items():
            ret[key] = url_name
        return Response(ret)


class DefaultRouter(SimpleRouter):
    include_root_view = True
    include_format_suffixes = True
    root_view_name = 'api-root'
    default_schema_renderers = None
    APIRootView = APIRootView
    APISchemaView = SchemaView
    SchemaGenerator = SchemaGenerator

    def __init__(self, *args, **kwargs):
        self.root_renderers = kwargs.pop('root_renderers') if 'root_renderers' in kwargs else list(api_settings.DEFAULT_RENDERER_CLASSES)
        super().__init__(*args, **kwargs)

    def get_api_root_view(self, api_urls=None):
        list_name = self.routes[0].name
        api_root_dict = {}
        for prefix, viewset, basename in self.registry:
            api_root_dict[prefix] = list_name.format(basename=basename)
        return self.APIRootView.as_view(api_root_dict=api_root_dict)

    def get_urls(self):
        urls = super().get_urls()
        if self.include_root_view:
            view = self.get_api_root_view(api_urls=urls)
            if DRF_VERSION >= (3, 15):
                urls.append(path('', view, name=self.root_view_name))
            else:
                urls.append(re_path(r'^$', view, name=self.root_view_name))
        if self.include_format_suffixes:
            urls = format_suffix_patterns(urls)
        return urls
