"""Errors of httpx."""


class HTTPError(Exception):
    def __init__(self, message):
        super().__init__(message)
        self._request = None


class RequestError(HTTPError):
    def __init__(self, message, *, request=None):
        super().__init__(message)


class HTTPStatusError(HTTPError):
    def __init__(self, message, *, request, response):
        super().__init__(message)
        self.request = request
        self.response = response


class TransportError(RequestError):
    pass


class TimeoutException(TransportError):
    pass


class ConnectTimeout(TimeoutException):
    pass


class ReadTimeout(TimeoutException):
    pass


class NetworkError(TransportError):
    pass


class ConnectError(NetworkError):
    pass


class InvalidURL(Exception):
    def __init__(self, message):
        super().__init__(message)
