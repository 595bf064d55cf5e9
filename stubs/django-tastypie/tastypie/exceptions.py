from django.http import HttpResponse

from _unlatched import opaque


class TastypieError(Exception):
    pass


class NotRegistered(TastypieError):
    pass


class NotFound(TastypieError):
    pass


class Unauthorized(TastypieError):
    pass


class BadRequest(TastypieError):
    pass


class InvalidFilterError(BadRequest):
    pass


class InvalidSortError(BadRequest):
    pass


class ImmediateHttpResponse(TastypieError):
    _response = HttpResponse('Nothing provided.')

    def __init__(self, response):
        self._response = response

    @property
    def response(self):
        return self._response


def __getattr__(name):
    return opaque('tastypie.exceptions.' + name)
