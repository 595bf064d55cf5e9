"""The request: what a probe fixes is concrete, everything else is chosen by whoever sends it."""
from _unlatched import DJANGO_VERSION, attacker, request_map, request_method, request_path, world
from django.core.exceptions import DisallowedHost, ImproperlyConfigured, RequestDataTooBig, TooManyFieldsSent
from django.utils.datastructures import MultiValueDict

RAISE_ERROR = object()


class UnreadablePostError(OSError):
    pass


class RawPostDataException(Exception):
    pass


class HttpHeaders(dict):
    HTTP_PREFIX = "HTTP_"


class QueryDict(MultiValueDict):
    _mutable = True
    _encoding = None

    def __init__(self, query_string=None, mutable=False, encoding=None):
        super().__init__()
        for pair in (query_string or "").split("&"):
            if pair:
                key, _, value = pair.partition("=")
                self.appendlist(key, value)
        self._mutable = mutable

    @classmethod
    def fromkeys(cls, iterable, value="", mutable=False, encoding=None):
        made = cls("", mutable=True, encoding=encoding)
        for key in iterable:
            made.appendlist(key, value)
        made._mutable = mutable
        return made

    def copy(self):
        made = self.__class__("", mutable=True)
        for key, values in self.lists():
            made.setlist(key, values)
        return made

    def urlencode(self, safe=None):
        return attacker("query:all")


class _UnlatchedFullPath(str):
    """A path that is known, and behind it the query string, which whoever sends the request writes."""

    _unlatched_behind = "?"

    def __contains__(self, key):
        return str.__contains__(self, key) or bool(attacker(f"query:all with {key}"))

    def endswith(self, suffix, start=None, end=None):
        return str.endswith(self, suffix) or bool(attacker(f"query:all with {suffix} at its end"))

    def startswith(self, prefix, start=None, end=None):
        if str.startswith(self, prefix):
            return True
        return any([self._unlatched_begins(one) for one in (prefix if isinstance(prefix, tuple) else (prefix,))])

    def _unlatched_begins(self, text):
        path, mark, query = text.partition("?")
        return bool(mark) and str.__eq__(self, path) and (not query or bool(attacker(f"query:all with {query} at its beginning")))

    def __eq__(self, other):
        if not isinstance(other, str):
            return False
        path, mark, query = other.partition("?")
        return str.__eq__(self, path) and bool(attacker(f"query:all is {query}")) == bool(mark)

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return str.__hash__(self)

    def lower(self):
        return _UnlatchedFullPath(str.lower(self))

    def upper(self):
        return _UnlatchedFullPath(str.upper(self))


class HttpRequest:
    _encoding = None

    def __init__(self):
        self.GET = request_map("query")
        self.POST = request_map("form")
        self.COOKIES = request_map("cookie")
        self.META = self.environ = request_map("meta")  # of WSGIRequest: one dictionary
        self.FILES = request_map("files")
        self.path = request_path()
        self.path_info = request_path()
        self.method = request_method()
        self.resolver_match = None
        self._read_started = False
        self.content_params = {}
        self.headers = request_map("headers", self.META)

    @property
    def content_type(self):
        """Asked for only where code does, because it may be anything."""
        if "_unlatched_content_type" in self.__dict__:
            return self.__dict__["_unlatched_content_type"]
        return self.META.get("CONTENT_TYPE", "")

    @content_type.setter
    def content_type(self, value):
        self.__dict__["_unlatched_content_type"] = value

    @property
    def body(self):
        return attacker("body")

    @property
    def encoding(self):
        return self._encoding

    @property
    def scheme(self):
        return world("request.scheme")

    def is_secure(self):
        return world("request.is_secure()")

    def get_host(self):
        return attacker("header:host")

    def get_port(self):
        return world("request.port")

    def get_full_path(self, force_append_slash=False):
        return _UnlatchedFullPath(self.path)

    def get_full_path_info(self, force_append_slash=False):
        return _UnlatchedFullPath(self.path_info)

    def build_absolute_uri(self, location=None):
        return attacker("header:host") if location is None else attacker(f"header:host and {location}")

    def get_signed_cookie(self, key, default=RAISE_ERROR, salt="", max_age=None):
        """No probe has a cookie that the server signed."""
        if default is not RAISE_ERROR:
            return default
        raise KeyError(key)

    def accepts(self, media_type):
        return True

    @property
    def accepted_types(self):
        return []

    if DJANGO_VERSION >= (5, 2):

        @property
        def accepted_types_by_precedence(self):
            return []

        def get_preferred_type(self, media_types):
            return media_types[0]

    if DJANGO_VERSION < (4, 0):

        def get_raw_uri(self):
            return attacker("header:host")

        def is_ajax(self):
            return self.META.get("HTTP_X_REQUESTED_WITH") == "XMLHttpRequest"

    def read(self, *args, **kwargs):
        return attacker("body")

    def readline(self, *args, **kwargs):
        return attacker("body")

    def __iter__(self):
        return iter([attacker("body")])

    def readlines(self):
        return [attacker("body")]

    def close(self):
        pass


def split_domain_port(host):
    return host, ""


def validate_host(host, allowed_hosts):
    return "*" in allowed_hosts or host in allowed_hosts
