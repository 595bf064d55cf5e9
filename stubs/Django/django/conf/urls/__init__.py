"""Error handlers and, for old projects, `url`."""
from _unlatched import DJANGO_VERSION, import_string, is_known
from django.urls import include, re_path
from django.views import defaults

__all__ = ["handler400", "handler403", "handler404", "handler500", "include"]

handler400 = defaults.bad_request
handler403 = defaults.permission_denied
handler404 = defaults.page_not_found
handler500 = defaults.server_error


# Gone since Django 4.0. A project that imports it runs on an older one, whatever its requirements say or leave out.
def url(regex, view, kwargs=None, name=None, prefix=""):
    if DJANGO_VERSION < (1, 10) and is_known(view) and isinstance(view, str):
        return _UnlatchedNamed(regex, view, kwargs, name).under(prefix)
    return re_path(regex, view, kwargs, name)


class _UnlatchedNamed:
    """A route to a view that is named by a text, which `patterns` may put a prefix before (1.8, django/conf/urls/__init__.py)."""

    def __init__(self, regex, view, kwargs, name):
        self.given = (regex, view, kwargs, name)

    def under(self, prefix):
        regex, view, kwargs, name = self.given
        path = f"{prefix}.{view}" if prefix else view
        try:
            return re_path(regex, import_string(path), kwargs, name)
        except ImportError:
            return self


# Gone since Django 1.10.
def patterns(prefix, *args):
    found = []
    for entry in args:
        if is_known(entry) and isinstance(entry, (list, tuple)):
            entry = url(*entry, prefix=prefix)
        elif isinstance(entry, _UnlatchedNamed):
            entry = entry.under(prefix)
        found.append(entry)
    return found
