"""ViewSets: methods are bound to actions when the view function is called."""
from functools import update_wrapper

from django.urls import NoReverseMatch  # noqa: F401
from django.utils.decorators import classonlymethod
from django.views.decorators.csrf import csrf_exempt

from _unlatched import DJANGO_VERSION, DRF_VERSION, is_known, members_with
from rest_framework import generics, mixins, views
from rest_framework.decorators import MethodMapper
from rest_framework.reverse import reverse


def _is_extra_action(attr):
    # What a class inherits from unknown code under this name marks no method.
    mapping = getattr(attr, 'mapping', None)
    return is_known(mapping) and isinstance(mapping, MethodMapper)


def _check_attr_name(func, name):
    assert func.__name__ == name, f'Expected function `{func.__name__}` to match its attribute name `{name}`'
    return func


class ViewSetMixin:
    @classonlymethod
    def as_view(cls, actions=None, **initkwargs):
        cls.name = None
        cls.description = None
        cls.suffix = None
        cls.detail = None
        cls.basename = None
        if not actions:
            raise TypeError('The `actions` argument must be provided when calling `.as_view()` on a ViewSet')
        for key in initkwargs:
            if key in cls.http_method_names:
                raise TypeError(f'{cls.__name__}() does not take the method name {key} as a keyword')
            if not hasattr(cls, key):
                raise TypeError(f'{cls.__name__}() received an invalid keyword {key!r}')
        if 'name' in initkwargs and 'suffix' in initkwargs:
            raise TypeError(f'{cls.__name__}() received both `name` and `suffix`')

        def view(request, *args, **kwargs):
            self = cls(**initkwargs)
            # The map is shared between requests; a copy keeps what Load made unchanged and binds the same.
            bound = dict(actions)
            if 'get' in bound and 'head' not in bound:
                bound['head'] = bound['get']
            self.action_map = bound
            for method, action in bound.items():
                setattr(self, method, getattr(self, action))
            self.request = request
            self.args = args
            self.kwargs = kwargs
            return self.dispatch(request, *args, **kwargs)

        update_wrapper(view, cls, updated=())
        # Attributes that decorators such as csrf_exempt left on dispatch.
        update_wrapper(view, cls.dispatch, assigned=())
        view.cls = cls
        view.initkwargs = initkwargs
        view.actions = actions
        if DRF_VERSION >= (3, 16) and DJANGO_VERSION >= (5, 1):
            view.login_required = False
        return csrf_exempt(view)

    def initialize_request(self, request, *args, **kwargs):
        """`action` is None for a method that is not mapped, and not yet set while authenticators are made."""
        request = super().initialize_request(request, *args, **kwargs)
        method = request.method.lower()
        self.action = 'metadata' if method == 'options' else self.action_map.get(method)
        return request

    def reverse_action(self, url_name, *args, **kwargs):
        url_name = f'{self.basename}-{url_name}'
        namespace = None
        if self.request and self.request.resolver_match:
            namespace = self.request.resolver_match.namespace
        if namespace:
            url_name = namespace + ':' + url_name
        kwargs.setdefault('request', self.request)
        return reverse(url_name, *args, **kwargs)

    @classmethod
    def get_extra_actions(cls):
        """Methods marked by `@action`, by name; a subclass that redefines one without the mark hides it."""
        found = []
        for name in members_with(cls, 'mapping'):
            # Reading `schema` on the class would load the schema machinery.
            if name != 'schema' and not name.startswith('__'):
                attr = getattr(cls, name, None)
                if is_known(attr) and _is_extra_action(attr):
                    found.append(_check_attr_name(attr, name))
        return found

    def get_extra_action_url_map(self):
        return {}


class ViewSet(ViewSetMixin, views.APIView):
    pass


class GenericViewSet(ViewSetMixin, generics.GenericAPIView):
    pass


class ReadOnlyModelViewSet(mixins.RetrieveModelMixin, mixins.ListModelMixin, GenericViewSet):
    pass


class ModelViewSet(
    mixins.CreateModelMixin,
    mixins.RetrieveModelMixin,
    mixins.UpdateModelMixin,
    mixins.DestroyModelMixin,
    mixins.ListModelMixin,
    GenericViewSet,
):
    pass
