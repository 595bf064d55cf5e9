"""Error handlers and, for old projects, `url`."""
from django.urls import include, re_path
from django.views import defaults

__all__ = ["handler400", "handler403", "handler404", "handler500", "include"]

handler400 = defaults.bad_request
handler403 = defaults.permission_denied
handler404 = defaults.page_not_found
handler500 = defaults.server_error


# Gone since Django 4.0. A project that imports it runs on an older one, whatever its requirements say or leave out.
def url(regex, view, kwargs=None, name=None):
    return re_path(regex, view, kwargs, name)
