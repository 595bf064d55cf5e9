"""Exceptions with their true hierarchy."""
from _unlatched import DJANGO_VERSION

NON_FIELD_ERRORS = "__all__"


class FieldDoesNotExist(Exception):
    pass


class AppRegistryNotReady(Exception):
    pass


class ObjectDoesNotExist(Exception):
    silent_variable_failure = True


if DJANGO_VERSION >= (6, 0):
    class ObjectNotUpdated(Exception):
        pass


class MultipleObjectsReturned(Exception):
    pass


class SuspiciousOperation(Exception):
    pass


class SuspiciousMultipartForm(SuspiciousOperation):
    pass


class SuspiciousFileOperation(SuspiciousOperation):
    pass


class DisallowedHost(SuspiciousOperation):
    pass


class DisallowedRedirect(SuspiciousOperation):
    pass


class TooManyFieldsSent(SuspiciousOperation):
    pass


class TooManyFilesSent(SuspiciousOperation):
    pass


class RequestDataTooBig(SuspiciousOperation):
    pass


class RequestAborted(Exception):
    pass


class BadRequest(Exception):
    pass


class PermissionDenied(Exception):
    pass


class ViewDoesNotExist(Exception):
    pass


class MiddlewareNotUsed(Exception):
    pass


class ImproperlyConfigured(Exception):
    pass


class FieldError(Exception):
    pass


if DJANGO_VERSION >= (6, 1):
    class FieldFetchBlocked(FieldError):
        pass


class ValidationError(Exception):
    def __init__(self, message, code=None, params=None):
        super().__init__(message, code, params)
        self.message = message
        self.code = code
        self.params = params
        if isinstance(message, dict):
            self.error_dict = message
        self.error_list = message if isinstance(message, list) else [self]

    @property
    def message_dict(self):
        return self.error_dict

    @property
    def messages(self):
        return [str(getattr(error, "message", error)) for error in self.error_list]

    def update_error_dict(self, error_dict):
        error_dict.setdefault(NON_FIELD_ERRORS, []).extend(self.error_list)
        return error_dict

    def __iter__(self):
        return iter(self.messages)


class EmptyResultSet(Exception):
    pass


class FullResultSet(Exception):
    pass


class SynchronousOnlyOperation(Exception):
    pass
