from _unlatched import opaque


class Error:
    def __init__(self, code, detail, attr):
        self.code = code
        self.detail = detail
        self.attr = attr


class ErrorResponse:
    def __init__(self, type, errors):
        self.type = type
        self.errors = errors


def __getattr__(name):
    return opaque('drf_standardized_errors.types.' + name)
