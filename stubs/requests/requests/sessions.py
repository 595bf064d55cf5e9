"""Sessions: what they are set up with goes out with each request."""
from requests.models import _unlatched_answer


class SessionRedirectMixin:
    pass


class Session(SessionRedirectMixin):
    def __init__(self):
        self.headers = {}
        self.auth = None
        self.proxies = {}
        self.hooks = {}
        self.params = {}
        self.verify = True
        self.cert = None
        self.cookies = {}
        self.trust_env = True
        self.max_redirects = 30

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None, timeout=None,
                allow_redirects=True, proxies=None, hooks=None, stream=None, verify=None, cert=None, json=None):
        return _unlatched_answer(url, params, data, headers, cookies, auth, json, self.headers, self.auth, self.params, self.cookies)

    def get(self, url, params=None, **kwargs):
        return self.request("GET", url, params=params, **kwargs)

    def options(self, url, **kwargs):
        return self.request("OPTIONS", url, **kwargs)

    def head(self, url, **kwargs):
        return self.request("HEAD", url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request("POST", url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)

    def prepare_request(self, request):
        return request

    def send(self, request, **kwargs):
        return _unlatched_answer(request.url, request.params, request.data, request.headers, request.cookies, request.auth, request.json,
                                 self.headers, self.auth, self.params, self.cookies)

    def mount(self, prefix, adapter):
        pass

    def close(self):
        pass


def session():
    return Session()
