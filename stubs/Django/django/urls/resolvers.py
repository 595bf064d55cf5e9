"""The URL tree. Matching a request is the interpreter's work; a lookup by name (`reverse`) runs here."""
import re

from _unlatched import import_module, is_known, named_routes, opaque, settings_get, world
from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import _unlatched_once, cached_property

from .converters import get_converters
from .exceptions import NoReverseMatch, Resolver404
from .utils import get_callable


class ResolverMatch:
    def __init__(self, func, args, kwargs, url_name=None, app_names=None, namespaces=None, route=None, tried=None,
                 captured_kwargs=None, extra_kwargs=None):
        self.func = func
        self.args = args
        self.kwargs = kwargs
        self.url_name = url_name
        self.route = route
        self.tried = tried
        self.captured_kwargs = captured_kwargs
        self.extra_kwargs = extra_kwargs
        self.app_names = [name for name in app_names or [] if name]
        self.app_name = ":".join(self.app_names)
        self.namespaces = [name for name in namespaces or [] if name]
        self.namespace = ":".join(self.namespaces)
        named = getattr(func, "view_class", func)
        if not hasattr(named, "__name__"):
            named = named.__class__
        self._func_path = f"{named.__module__}.{named.__name__}"
        self.view_name = ":".join(self.namespaces + [url_name or self._func_path])

    def __getitem__(self, index):
        return (self.func, self.args, self.kwargs)[index]


def get_resolver(urlconf=None):
    return _get_cached_resolver(settings_get("ROOT_URLCONF") if urlconf is None else urlconf)


_unlatched_resolvers = []


@_unlatched_once
def _get_cached_resolver(urlconf=None):
    for known, resolver in _unlatched_resolvers:
        if known is urlconf or known == urlconf:
            return resolver
    resolver = URLResolver(RegexPattern(r"^/"), urlconf)
    _unlatched_resolvers.append((urlconf, resolver))
    return resolver


def get_ns_resolver(ns_pattern, resolver, converters):
    pattern = RegexPattern(ns_pattern)
    pattern.converters = dict(converters)
    return URLResolver(RegexPattern(r"^/"), [URLResolver(pattern, resolver.url_patterns)])


class CheckURLMixin:
    def describe(self):
        return f"'{self}'"


@_unlatched_once
def _unlatched_compiled(regex):
    return re.compile(regex)


class LocaleRegexDescriptor:
    def __get__(self, instance, cls=None):
        return self if instance is None else _unlatched_compiled(str(instance._regex))


class RegexPattern(CheckURLMixin):
    regex = LocaleRegexDescriptor()

    def __init__(self, regex, name=None, is_endpoint=False):
        self._regex = regex
        self._regex_dict = {}
        self._is_endpoint = is_endpoint
        self.name = name
        self.converters = {}

    def match(self, path):
        whole = self._is_endpoint and str(self._regex).endswith("$")
        match = self.regex.fullmatch(path) if whole else self.regex.search(path)
        if not match:
            return None
        kwargs = match.groupdict()
        args = () if kwargs else match.groups()
        return path[match.end():], args, {key: value for key, value in kwargs.items() if value is not None}

    def check(self):
        return []

    def __str__(self):
        return str(self._regex)


def _route_to_regex(route, is_endpoint):
    """A `path()` route as a regular expression, and its converters by parameter name."""
    if not is_known(route):
        return route, {}
    known = get_converters()
    converters = {}
    pieces = route.split("<")
    regex = "^" + re.escape(pieces[0])
    for piece in pieces[1:]:
        spec, _, literal = piece.partition(">")
        kind, colon, parameter = spec.partition(":")
        if not colon:
            kind, parameter = "str", spec
        if kind not in known:
            raise ImproperlyConfigured(f"URL route {route!r} uses invalid converter {kind!r}.")
        converters[parameter] = known[kind]
        regex += f"(?P<{parameter}>{known[kind].regex})" + re.escape(literal)
    return regex + (r"\Z" if is_endpoint else ""), converters


class RoutePattern(CheckURLMixin):
    regex = LocaleRegexDescriptor()

    def __init__(self, route, name=None, is_endpoint=False):
        self._route = route
        self._regex, self.converters = _route_to_regex(str(route), is_endpoint)
        self._regex_dict = {}
        self._is_endpoint = is_endpoint
        self.name = name

    def match(self, path):
        match = self.regex.search(path)
        if not match:
            return None
        kwargs = match.groupdict()
        for key, value in kwargs.items():
            try:
                kwargs[key] = self.converters[key].to_python(value)
            except ValueError:
                return None
        return path[match.end():], (), kwargs

    def check(self):
        return []

    def __str__(self):
        return str(self._route)


class LocalePrefixPattern:
    def __init__(self, prefix_default_language=True):
        self.prefix_default_language = prefix_default_language
        self.converters = {}

    @property
    def regex(self):
        return re.compile(re.escape(self.language_prefix))

    @property
    def language_prefix(self):
        return settings_get("LANGUAGE_CODE") + "/" if self.prefix_default_language else ""

    def match(self, path):
        prefix = self.language_prefix
        return (path[len(prefix):], (), {}) if path.startswith(prefix) else None

    def check(self):
        return []

    def describe(self):
        return f"'{self}'"

    def __str__(self):
        return self.language_prefix


class URLPattern:
    def __init__(self, pattern, callback, default_args=None, name=None):
        self.pattern = pattern
        self.callback = callback
        self.default_args = default_args or {}
        self.name = name

    def check(self):
        return []

    def resolve(self, path):
        match = self.pattern.match(path)
        if match:
            rest, args, captured = match
            return ResolverMatch(self.callback, args, {**captured, **self.default_args}, self.pattern.name,
                                 route=str(self.pattern), captured_kwargs=captured, extra_kwargs=self.default_args)

    @cached_property
    def lookup_str(self):
        callback = getattr(self.callback, "func", self.callback)
        callback = getattr(callback, "view_class", callback)
        if not hasattr(callback, "__name__"):
            callback = callback.__class__
        return f"{callback.__module__}.{callback.__name__}"


class URLResolver:
    def __init__(self, pattern, urlconf_name, default_kwargs=None, app_name=None, namespace=None):
        self.pattern = pattern
        self.urlconf_name = urlconf_name
        self.callback = None
        self.default_kwargs = default_kwargs or {}
        self.namespace = namespace
        self.app_name = app_name

    def check(self):
        return []

    @cached_property
    @_unlatched_once
    def urlconf_module(self):
        if is_known(self.urlconf_name) and isinstance(self.urlconf_name, str):
            return import_module(self.urlconf_name)
        return self.urlconf_name

    @cached_property
    @_unlatched_once
    def url_patterns(self):
        return getattr(self.urlconf_module, "urlpatterns", self.urlconf_module)

    def resolve(self, path):
        match = self.pattern.match(str(path))
        if not match:
            raise Resolver404({"path": path})
        rest, args, kwargs = match
        for entry in self.url_patterns:
            try:
                found = entry.resolve(rest)
            except Resolver404:
                found = None
            if found:
                merged = {**kwargs, **self.default_kwargs, **found.kwargs}
                here = "" if isinstance(entry, URLPattern) else str(entry.pattern)
                return ResolverMatch(
                    found.func, found.args if merged else args + found.args, merged, found.url_name,
                    [self.app_name] + found.app_names, [self.namespace] + found.namespaces,
                    self._join_route(here, found.route), captured_kwargs=found.captured_kwargs,
                    extra_kwargs={**self.default_kwargs, **found.extra_kwargs})
        raise Resolver404({"path": rest})

    @staticmethod
    def _join_route(route1, route2):
        return route1 + route2.removeprefix("^") if route1 else route2

    def resolve_error_handler(self, view_type):
        callback = getattr(self.urlconf_module, f"handler{view_type}", None)
        if not callback:
            from django.conf import urls

            callback = getattr(urls, f"handler{view_type}")
        return get_callable(callback)

    def reverse(self, lookup_view, *args, **kwargs):
        return self._reverse_with_prefix(lookup_view, "", *args, **kwargs)

    def _reverse_with_prefix(self, lookup_view, _prefix, *args, **kwargs):
        named = self._unlatched_named.get(lookup_view, [])
        if not is_known(named):
            return opaque(f"the URL of {lookup_view}")
        for routes in named[::-1]:
            url = _unlatched_fill(routes, args, kwargs)
            if url is not None:
                return _prefix + url
        raise NoReverseMatch(f"Reverse for '{lookup_view}' not found.")

    @cached_property
    def _unlatched_named(self):
        """Lists of patterns from this resolver down, by `namespace:...:name` and by view; the last one wins."""
        return named_routes(self.url_patterns)

    app_dict = namespace_dict = reverse_dict = opaque("left out of URLResolver")


def _unlatched_fill(patterns, args, kwargs):
    """The path of a chain of patterns with its parameters filled in; None when the parameters do not fit."""
    route = ""
    names = []
    for pattern in patterns:
        if not isinstance(pattern, RegexPattern):
            for piece in str(pattern).split("<")[1:]:
                names.append(piece.split(">")[0].split(":")[-1])
            route += str(pattern)
            continue
        text = str(pattern).removeprefix("^")
        if "(" in text or "[" in text or "\\" in text:
            return world("a URL of a regular expression route")
        route += text.removesuffix("$").removesuffix("/?")
    if (len(args) != len(names)) if args else (len(kwargs) != len(names)):
        return None
    pieces = route.split("<")
    url = pieces[0]
    for position, name in enumerate(names):
        if not args and name not in kwargs:
            return None
        value = args[position] if args else kwargs[name]
        url += str(value) + pieces[position + 1].partition(">")[2]
    return url
