"""Entry points of servers."""
from _unlatched import opaque
from django.core.handlers import base
from django.http import HttpRequest


class WSGIRequest(HttpRequest):
    pass


class WSGIHandler(base.BaseHandler):
    request_class = WSGIRequest

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)

    def __call__(self, environ, start_response):
        return opaque("a WSGI response")


def get_path_info(environ):
    return environ.get("PATH_INFO", "/")


def get_script_name(environ):
    return environ.get("SCRIPT_NAME", "")
