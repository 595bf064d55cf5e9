"""
Answers of other services. One that is handed the caller's token knows the right one. To another it says 401, or 200 with a body that
says so (RFC 7662, 2.2): which of them is its affair. What it says of anything else is not known.
"""
from _unlatched import handed_over, opaque, world
from requests.exceptions import HTTPError


class RequestEncodingMixin:
    pass


class RequestHooksMixin:
    pass


class Request(RequestHooksMixin):
    def __init__(self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None, hooks=None,
                 json=None):
        self.method = method
        self.url = url
        self.headers = headers
        self.files = files
        self.data = data
        self.params = params
        self.auth = auth
        self.cookies = cookies
        self.hooks = hooks
        self.json = json

    def prepare(self):
        return self


class PreparedRequest(RequestEncodingMixin, RequestHooksMixin):
    def __init__(self):
        self.method = self.url = self.headers = self.body = None


class Response:
    def __init__(self):
        self.status_code = opaque("the status of another service")
        self.headers = opaque("headers of another service")
        self.cookies = opaque("cookies of another service")
        self.encoding = "utf-8"
        self.url = opaque("the address of another service")
        self.reason = opaque("the reason of another service")
        self.history = []
        self.request = None
        self.raw = opaque("the body of another service")
        self.elapsed = opaque("the time of another service")
        self._unlatched_body = opaque("the body of another service")

    def __bool__(self):
        return self.ok

    @property
    def ok(self):
        try:
            self.raise_for_status()
        except HTTPError:
            return False
        return self.status_code < 400

    @property
    def content(self):
        return opaque("the body of another service")

    @property
    def text(self):
        return opaque("the body of another service")

    @property
    def is_redirect(self):
        return False

    def json(self, **kwargs):
        return self._unlatched_body

    def raise_for_status(self):
        if self.status_code == 401:
            raise HTTPError("401 Client Error", response=self)

    def iter_content(self, chunk_size=1, decode_unicode=False):
        return opaque("the body of another service")

    def iter_lines(self, chunk_size=512, decode_unicode=False, delimiter=None):
        return opaque("the body of another service")

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def _unlatched_answer(*given):
    """The answer to a request with these parts."""
    answer = Response()
    is_right = handed_over(given)
    if is_right is None:
        return answer
    if is_right:
        answer.status_code = 200
        answer._unlatched_body = world("what another service says of the token")
    elif opaque("whether a service answers 200 to a token that it does not know"):
        answer.status_code = 200
        answer._unlatched_body = {"active": False}
    else:
        answer.status_code = 401
        answer._unlatched_body = {"error": "invalid_token"}
    return answer
