"""Helpers around URLs and headers."""
import base64

from _unlatched import opaque, world

MAX_URL_LENGTH = 2048


def urlencode(query, doseq=False):
    from urllib.parse import urlencode as standard

    return standard(query, doseq)


def http_date(epoch_seconds=None):
    return world("a date")


def parse_http_date(date):
    return opaque("a date")


def parse_http_date_safe(date):
    return opaque("a date")


def base36_to_int(s):
    return int(s, 36)


def int_to_base36(i):
    return opaque("a number in base 36")


def urlsafe_base64_encode(s):
    return base64.urlsafe_b64encode(s).rstrip(b"\n=").decode("ascii")


def urlsafe_base64_decode(s):
    s = s.encode()
    return base64.urlsafe_b64decode(s.ljust(len(s) + len(s) % 4, b"="))


def parse_etags(etag_str):
    return []


def quote_etag(etag_str):
    return etag_str


def is_same_domain(host, pattern):
    pattern = pattern.lower()
    return bool(pattern) and ((pattern[0] == "." and (host.endswith(pattern) or host == pattern[1:])) or pattern == host)


def url_has_allowed_host_and_scheme(url, allowed_hosts, require_https=False):
    return bool(url) and world("whether a URL stays on an allowed host")


def escape_leading_slashes(url):
    return "/%2F" + url[2:] if url.startswith("//") else url


def content_disposition_header(as_attachment, filename):
    return "attachment" if as_attachment else "inline"


def __getattr__(name):
    # Up to Django 3.2 the functions of urllib.parse stood here under names of their own, for texts that were not text yet.
    if name in ("urlquote", "urlquote_plus", "urlunquote", "urlunquote_plus"):
        import urllib.parse

        return getattr(urllib.parse, name[3:])
    return url_has_allowed_host_and_scheme if name == "is_safe_url" else opaque("django.utils.http." + name)
