"""
HTTP requests to other services. One that is handed the caller's token knows the right one. To another it says 401, or 200 with a body
that says so (RFC 7662, 2.2): which of them is its affair.
"""
from _unlatched import handed_over, opaque, world
from httpx._exceptions import HTTPStatusError


class Response:
    def __init__(self, status_code, *args, **kwargs):
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
