"""Addresses of an object, written as attributes of a class inside its model: `event.urls.base`."""
import string
from urllib.parse import urlunparse


class UrlsMetaclass(type):
    def __get__(self, instance, klass):
        return _UnlatchedUrls(self(klass, instance, self.__name__))


class Urls(metaclass=UrlsMetaclass):
    def __init__(self, klass, instance, name):
        self.klass = klass
        self.instance = instance

    def get_url(self, attr):
        url = getattr(type(self), attr, None)
        if url is None:
            raise ValueError("No URL called %r on %r" % (attr, self.instance.__class__.__name__))
        if callable(url):
            url = url(self.instance)
        made = UrlString(UrlFormatter(self).vformat(url, [], {}))
        made.parent = self
        return made

    def get_example_url(self, attr):
        return self.get_url(attr)

    def get_scheme(self, url):
        return "http"

    def get_hostname(self, url):
        return "localhost"


class _UnlatchedUrls:
    """The metaclass of the library takes the patterns out of the class; here they stay, and are asked for by another object."""

    def __init__(self, urls):
        self._unlatched_urls = urls

    def __getattr__(self, attr):
        return self._unlatched_urls.get_url(attr)


class UrlString(str):
    def full(self, scheme="", hostname="", port="", params="", query="", fragment=""):
        parent = getattr(self, "parent", None)
        if parent is not None:
            scheme = scheme or parent.get_scheme(self)
            hostname = hostname or parent.get_hostname(self)
        return urlunparse((scheme, f"{hostname}:{port}" if port else hostname, self, params, query, fragment))


class UrlFormatter(string.Formatter):
    """Puts the attributes of the object, and other addresses of its class, into a pattern."""

    def __init__(self, urls, example=False):
        self.urls = urls
        self.example = example

    def vformat(self, format_string, args, kwargs):
        made, rest = "", format_string
        while "{" in rest:
            text, _, rest = rest.partition("{")
            name, _, rest = rest.partition("}")
            made += text + self.get_field(name, args, kwargs)
        return made + rest

    def get_field(self, field_name, args, kwargs):
        first, *attributes = field_name.split(".")
        value = self.get_value(first, args, kwargs)
        for attribute in attributes:
            value = getattr(value, attribute)
        return str(value() if callable(value) else value)

    def get_value(self, key, args, kwargs):
        if key == "self":
            return self.urls.instance
        if hasattr(type(self.urls), key):
            return self.urls.get_url(key)
        raise KeyError("No other URL called %r for use in URL format" % key)
