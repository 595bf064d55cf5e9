"""Names to URLs and back."""
from _unlatched import elsewhere, judged_route, leads_alike, settings_get
from django.utils.functional import lazy

from .exceptions import NoReverseMatch, Resolver404
from .resolvers import RegexPattern, URLResolver, _get_cached_resolver, get_ns_resolver, get_resolver
from .utils import get_callable

_unlatched_thread = {}


def resolve(path, urlconf=None):
    """The path of the request leads to the route that is judged; any other is looked for in the tree."""
    if urlconf is None:
        urlconf = get_urlconf()
    if urlconf is None or urlconf == settings_get("ROOT_URLCONF"):
        match = judged_route(path)
        if match is not None:
            return match
    return get_resolver(urlconf).resolve(path)


def reverse(viewname, urlconf=None, args=None, kwargs=None, current_app=None, *more, **options):
    query, fragment = options.get("query"), options.get("fragment")
    resolver = get_resolver(get_urlconf() if urlconf is None else urlconf)
    if current_app and isinstance(viewname, str) and ":" in viewname:
        own = f"{current_app}:{viewname.partition(':')[2]}"
        if own in resolver._unlatched_named:
            viewname = own
    url = resolver._reverse_with_prefix(viewname, "/", *(args or []), **(kwargs or {}))
    if query:
        from urllib.parse import urlencode

        url = f"{url}?{query.urlencode() if hasattr(query, 'urlencode') else urlencode(query, doseq=True)}"
    return url if fragment is None else f"{url}#{fragment}"


reverse_lazy = lazy(reverse, str)


def clear_url_caches():
    pass


def set_script_prefix(prefix):
    pass


def get_script_prefix():
    return "/"


def clear_script_prefix():
    pass


def _unlatched_stay(urlconf):
    """A request that another URLconf leads to another view is not one to the operation that is judged."""
    if urlconf and urlconf != settings_get("ROOT_URLCONF") and not leads_alike(URLResolver(RegexPattern("^/"), urlconf).url_patterns):
        elsewhere()


def set_urlconf(urlconf_name):
    _unlatched_stay(urlconf_name)
    if urlconf_name:
        _unlatched_thread["urlconf"] = urlconf_name
    else:
        _unlatched_thread.pop("urlconf", None)


def get_urlconf(default=None):
    return _unlatched_thread.get("urlconf", default)


def is_valid_path(path, urlconf=None):
    try:
        return resolve(path, urlconf)
    except Resolver404:
        return False


def translate_url(url, lang_code):
    return url
