"""Text and bytes."""
from _unlatched import opaque


class DjangoUnicodeDecodeError(UnicodeDecodeError):
    pass


def smart_str(s, encoding="utf-8", strings_only=False, errors="strict"):
    return force_str(s, encoding, strings_only, errors)


def force_str(s, encoding="utf-8", strings_only=False, errors="strict"):
    if isinstance(s, bytes):
        return s.decode(encoding, errors)
    return s if isinstance(s, str) or (strings_only and s is None) else str(s)


def smart_bytes(s, encoding="utf-8", strings_only=False, errors="strict"):
    return force_bytes(s, encoding, strings_only, errors)


def force_bytes(s, encoding="utf-8", strings_only=False, errors="strict"):
    return s if isinstance(s, bytes) else str(s).encode(encoding, errors)


def iri_to_uri(iri):
    return iri


def uri_to_iri(uri):
    return uri


def escape_uri_path(path):
    return path


def filepath_to_uri(path):
    return path


# Gone since Django 4.0.
smart_text = smart_str
force_text = force_str


# Gone since Django 3.0.
def python_2_unicode_compatible(klass):
    return klass


def __getattr__(name):
    return opaque("django.utils.encoding." + name)
