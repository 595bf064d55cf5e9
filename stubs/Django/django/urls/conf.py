"""`path`, `re_path`, `include`: they only build the tree of URLPattern and URLResolver."""
from functools import partial

from _unlatched import DJANGO_VERSION, import_module, is_known
from django.core.exceptions import ImproperlyConfigured

from .resolvers import LocalePrefixPattern, RegexPattern, RoutePattern, URLPattern, URLResolver


def include(arg, namespace=None):
    app_name = None
    urlconf_module = arg
    if not is_known(arg):
        return (arg, namespace, namespace)
    if isinstance(arg, tuple):
        if DJANGO_VERSION < (2,) and len(arg) == 3:
            # `include(admin.site.urls)` (1.11, django/conf/urls/__init__.py).
            return arg
        if len(arg) != 2:
            raise ImproperlyConfigured("include() takes a 2-tuple of patterns and app_name")
        urlconf_module, app_name = arg
    if isinstance(urlconf_module, str):
        urlconf_module = import_module(urlconf_module, for_project=True)
    if not is_known(urlconf_module):
        return (urlconf_module, namespace or app_name, namespace or app_name)
    patterns = getattr(urlconf_module, "urlpatterns", urlconf_module)
    app_name = getattr(urlconf_module, "app_name", app_name)
    if namespace and not app_name and DJANGO_VERSION >= (2,):
        raise ImproperlyConfigured("include() with a namespace needs an app_name")
    if is_known(patterns) and isinstance(patterns, (list, tuple)):
        for entry in patterns:
            if is_known(entry) and isinstance(getattr(entry, "pattern", None), LocalePrefixPattern):
                raise ImproperlyConfigured("i18n_patterns belongs in the root URLconf")
    return (urlconf_module, app_name, namespace or app_name)


def _path(route, view, kwargs=None, name=None, Pattern=None):
    if kwargs is not None and not isinstance(kwargs, dict):
        raise TypeError("kwargs argument must be a dict")
    if not is_known(view):
        return URLPattern(Pattern(route, name=name, is_endpoint=True), view, kwargs, name)
    if isinstance(view, (list, tuple)):
        urlconf_module, app_name, namespace = view
        return URLResolver(Pattern(route, is_endpoint=False), urlconf_module, kwargs, app_name=app_name, namespace=namespace)
    if not callable(view):
        raise TypeError("view must be a callable or the result of include()")
    return URLPattern(Pattern(route, name=name, is_endpoint=True), view, kwargs, name)


path = partial(_path, Pattern=RoutePattern)
re_path = partial(_path, Pattern=RegexPattern)
