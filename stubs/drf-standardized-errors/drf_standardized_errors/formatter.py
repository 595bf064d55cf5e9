from _unlatched import opaque
from drf_standardized_errors.types import Error, ErrorResponse


class ExceptionFormatter:
    def __init__(self, exc, context, original_exc):
        self.exc = exc
        self.context = context
        self.original_exc = original_exc

    def run(self):
        return self.format_error_response(self.get_error_response(self.get_error_type(), self.get_errors()))

    def get_error_type(self):
        return opaque('kind of an error')

    def get_errors(self):
        return [Error(code=opaque('code of an error'), detail=self.exc.detail, attr=None)]

    def get_error_response(self, error_type, errors):
        return ErrorResponse(error_type, errors)

    def format_error_response(self, error_response):
        return {'type': error_response.type, 'errors': error_response.errors}


def __getattr__(name):
    return opaque('drf_standardized_errors.formatter.' + name)
