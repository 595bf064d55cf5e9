"""Decorators that make a response of what a view gives; other names pass through without deciding anything."""
from functools import wraps

from _unlatched import opaque
from django.http import HttpResponse


def render_to(template=None, content_type=None):
    def renderer(function):
        @wraps(function)
        def wrapper(request, *args, **kwargs):
            output = function(request, *args, **kwargs)
            return HttpResponse("", content_type) if isinstance(output, dict) else output

        return wrapper

    return renderer


def ajax_request(func):
    @wraps(func)
    def wrapper(request, *args, **kwargs):
        response = func(request, *args, **kwargs)
        return response if isinstance(response, HttpResponse) else HttpResponse("", "application/json")

    return wrapper


def autostrip(cls):
    return cls


def __getattr__(name):
    return opaque('annoying.decorators.' + name)
