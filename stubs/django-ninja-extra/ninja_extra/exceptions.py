"""What `NinjaExtraAPI.api_exception_handler` answers with the status of the exception."""
from _unlatched import opaque
from ninja.errors import HttpError


class APIException(HttpError):
    status_code = 500
    default_detail = 'A server error occurred.'
    default_code = 'error'

    def __init__(self, detail=None, code=None):
        self.detail = self.default_detail if detail is None else detail

    def __str__(self):
        return str(self.detail)


class ValidationError(APIException):
    status_code = 400
    default_code = 'invalid'

    def __init__(self, detail=None, code=None):
        self.detail = [] if detail is None else detail


class ParseError(APIException):
    status_code = 400
    default_code = 'parse_error'


class AuthenticationFailed(APIException):
    status_code = 401
    default_code = 'authentication_failed'


class NotAuthenticated(APIException):
    status_code = 401
    default_code = 'not_authenticated'


class PermissionDenied(APIException):
    status_code = 403
    default_code = 'permission_denied'


class NotFound(APIException):
    status_code = 404
    default_code = 'not_found'


class Throttled(APIException):
    status_code = 429
    default_code = 'throttled'

    def __init__(self, wait=None, detail=None, code=None):
        super().__init__(detail, code)
        self.wait = wait


def __getattr__(name):
    return opaque('ninja_extra.exceptions.' + name)
