"""
HTTP requests to other services. One that is handed the caller's token knows the right one. To another it says 401, or 200 with a body
that says so (RFC 7662, 2.2): which of them is its affair.
"""
from _unlatched import handed_over, opaque, world


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


class Response:
    def __init__(self, status_code, **kwargs):
        self.status_code = status_code
        self.headers = opaque("headers of another service")
        self._unlatched_body = kwargs.get("json", opaque("the body of another service"))

    @property
    def is_success(self):
        return 200 <= self.status_code < 300

    @property
    def is_error(self):
        return self.status_code >= 400

    @property
    def is_client_error(self):
        return 400 <= self.status_code < 500

    @property
    def is_server_error(self):
        return self.status_code >= 500

    @property
    def is_redirect(self):
        return False

    @property
    def content(self):
        return opaque("the body of another service")

    @property
    def text(self):
        return opaque("the body of another service")

    def json(self, **kwargs):
        return self._unlatched_body

    def raise_for_status(self):
        if self.status_code == 401:
            raise HTTPStatusError("401 Unauthorized", request=None, response=self)
        return self

    def read(self):
        return opaque("the body of another service")

    async def aread(self):
        return opaque("the body of another service")

    def close(self):
        pass


def _unlatched_answer(*given):
    """The answer to a request with these parts."""
    is_right = handed_over(given)
    if is_right is None:
        return Response(opaque("the status of another service"))
    if is_right:
        return Response(200, json=world("what another service says of the token"))
    if opaque("whether a service answers 200 to a token that it does not know"):
        return Response(200, json={"active": False})
    return Response(401, json={"error": "invalid_token"})


class _UnlatchedClient:
    """What both clients are set up with goes out with each request."""

    def __init__(self, *, auth=None, params=None, headers=None, cookies=None, base_url="", **kwargs):
        self.auth = auth
        self.params = params
        self.headers = headers if headers is not None else {}
        self.cookies = cookies
        self.base_url = base_url

    def _unlatched_ask(self, url, content=None, data=None, params=None, headers=None, cookies=None, auth=None, **kwargs):
        return _unlatched_answer(url, content, data, kwargs.get("json"), params, headers, cookies, auth,
                                 self.auth, self.params, self.headers, self.cookies)


class Client(_UnlatchedClient):
    def request(self, method, url, **kwargs):
        return self._unlatched_ask(url, **kwargs)

    def get(self, url, **kwargs):
        return self._unlatched_ask(url, **kwargs)

    def options(self, url, **kwargs):
        return self._unlatched_ask(url, **kwargs)

    def head(self, url, **kwargs):
        return self._unlatched_ask(url, **kwargs)

    def post(self, url, **kwargs):
        return self._unlatched_ask(url, **kwargs)

    def put(self, url, **kwargs):
        return self._unlatched_ask(url, **kwargs)

    def patch(self, url, **kwargs):
        return self._unlatched_ask(url, **kwargs)

    def delete(self, url, **kwargs):
        return self._unlatched_ask(url, **kwargs)

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type=None, exc_value=None, traceback=None):
        self.close()


class AsyncClient(_UnlatchedClient):
    async def request(self, method, url, **kwargs):
        return self._unlatched_ask(url, **kwargs)

    async def get(self, url, **kwargs):
        return self._unlatched_ask(url, **kwargs)

    async def options(self, url, **kwargs):
        return self._unlatched_ask(url, **kwargs)

    async def head(self, url, **kwargs):
        return self._unlatched_ask(url, **kwargs)

    async def post(self, url, **kwargs):
        return self._unlatched_ask(url, **kwargs)

    async def put(self, url, **kwargs):
        return self._unlatched_ask(url, **kwargs)

    async def patch(self, url, **kwargs):
        return self._unlatched_ask(url, **kwargs)

    async def delete(self, url, **kwargs):
        return self._unlatched_ask(url, **kwargs)

    async def aclose(self):
        pass

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type=None, exc_value=None, traceback=None):
        await self.aclose()


def request(method, url, **kwargs):
    return Client().request(method, url, **kwargs)


def get(url, **kwargs):
    return Client().get(url, **kwargs)


def options(url, **kwargs):
    return Client().options(url, **kwargs)


def head(url, **kwargs):
    return Client().head(url, **kwargs)


def post(url, **kwargs):
    return Client().post(url, **kwargs)


def put(url, **kwargs):
    return Client().put(url, **kwargs)


def patch(url, **kwargs):
    return Client().patch(url, **kwargs)


def delete(url, **kwargs):
    return Client().delete(url, **kwargs)


def __getattr__(name):
    return opaque("httpx." + name)
