"""Error handlers and, for old projects, `url`."""
from _unlatched import DJANGO_VERSION
from django.urls import include
from django.views import defaults

__all__ = ["handler400", "handler403", "handler404", "handler500", "include"]

handler400 = defaults.bad_request
handler403 = defaults.permission_denied
handler404 = defaults.page_not_found
handler500 = defaults.server_error

if DJANGO_VERSION < (4, 0):
    from django.urls import re_path

    def url(regex, view, kwargs=None, name=None):
        return re_path(regex, view, kwargs, name)
