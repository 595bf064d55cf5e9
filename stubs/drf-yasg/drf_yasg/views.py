"""`get_schema_view` makes a class; its `with_ui`, `without_ui` and `as_cached_view` make the views."""
from django.views.decorators.cache import cache_page
from django.views.decorators.vary import vary_on_headers

from drf_yasg.app_settings import swagger_settings
from drf_yasg.renderers import ReDocOldRenderer, ReDocRenderer, SwaggerUIRenderer
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.views import APIView

SPEC_RENDERERS = swagger_settings.DEFAULT_SPEC_RENDERERS
UI_RENDERERS = {
    'swagger': (SwaggerUIRenderer, ReDocRenderer),
    'redoc': (ReDocRenderer, SwaggerUIRenderer),
    'redoc-old': (ReDocOldRenderer, ReDocRenderer, SwaggerUIRenderer),
}


def deferred_never_cache(view_func):
    return view_func


def get_schema_view(
    info=None,
    url=None,
    patterns=None,
    urlconf=None,
    public=False,
    validators=None,
    generator_class=None,
    authentication_classes=None,
    permission_classes=None,
):
    _public = public
    _generator_class = generator_class or swagger_settings.DEFAULT_GENERATOR_CLASS
    _auth_classes = api_settings.DEFAULT_AUTHENTICATION_CLASSES if authentication_classes is None else authentication_classes
    _perm_classes = api_settings.DEFAULT_PERMISSION_CLASSES if permission_classes is None else permission_classes
    info = info or swagger_settings.DEFAULT_INFO
    _spec_renderers = tuple([renderer.with_validators(validators or []) for renderer in SPEC_RENDERERS])

    class SchemaView(APIView):
        _ignore_model_permissions = True
        schema = None
        public = _public
        generator_class = _generator_class
        authentication_classes = _auth_classes
        permission_classes = _perm_classes
        renderer_classes = _spec_renderers

        def get(self, request, version='', format=None):
            generator = self.generator_class(info, request.version or version or '', url, patterns, urlconf)
            schema = generator.get_schema(request, self.public)
            if schema is None:
                raise exceptions.PermissionDenied()
            return Response(schema)

        @classmethod
        def apply_cache(cls, view, cache_timeout, cache_kwargs):
            view = vary_on_headers('Cookie', 'Authorization')(view)
            return deferred_never_cache(cache_page(cache_timeout, **cache_kwargs)(view))

        @classmethod
        def as_cached_view(cls, cache_timeout=0, cache_kwargs=None, **initkwargs):
            view = cls.as_view(**initkwargs)
            return cls.apply_cache(view, cache_timeout, cache_kwargs or {}) if cache_timeout != 0 else view

        @classmethod
        def without_ui(cls, cache_timeout=0, cache_kwargs=None):
            return cls.as_cached_view(cache_timeout, cache_kwargs, renderer_classes=_spec_renderers)

        @classmethod
        def with_ui(cls, renderer='swagger', cache_timeout=0, cache_kwargs=None):
            assert renderer in UI_RENDERERS, 'supported default renderers are ' + ', '.join(UI_RENDERERS)
            return cls.as_cached_view(cache_timeout, cache_kwargs, renderer_classes=UI_RENDERERS[renderer] + _spec_renderers)

    return SchemaView
