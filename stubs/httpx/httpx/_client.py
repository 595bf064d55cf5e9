"""Clients: what they are set up with goes out with each request."""
from httpx._models import _unlatched_answer


class BaseClient:
    def __init__(self, *args, **kwargs):
        self.auth = kwargs.get("auth")
        self.params = kwargs.get("params")
        self.headers = kwargs.get("headers") or {}
        self.cookies = kwargs.get("cookies")
        self.base_url = kwargs.get("base_url", "")

    def _unlatched_ask(self, url, content=None, data=None, params=None, headers=None, cookies=None, auth=None, **kwargs):
        return _unlatched_answer(url, content, data, kwargs.get("json"), params, headers, cookies, auth,
                                 self.auth, self.params, self.headers, self.cookies)


class Client(BaseClient):
    def request(self, method, url, *args, **kwargs):
        return self._unlatched_ask(url, *args, **kwargs)

    def get(self, url, *args, **kwargs):
        return self._unlatched_ask(url, *args, **kwargs)

    def options(self, url, *args, **kwargs):
        return self._unlatched_ask(url, *args, **kwargs)

    def head(self, url, *args, **kwargs):
        return self._unlatched_ask(url, *args, **kwargs)

    def post(self, url, *args, **kwargs):
        return self._unlatched_ask(url, *args, **kwargs)

    def put(self, url, *args, **kwargs):
        return self._unlatched_ask(url, *args, **kwargs)

    def patch(self, url, *args, **kwargs):
        return self._unlatched_ask(url, *args, **kwargs)

    def delete(self, url, *args, **kwargs):
        return self._unlatched_ask(url, *args, **kwargs)

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type=None, exc_value=None, traceback=None):
        self.close()


class AsyncClient(BaseClient):
    async def request(self, method, url, *args, **kwargs):
        return self._unlatched_ask(url, *args, **kwargs)

    async def get(self, url, *args, **kwargs):
        return self._unlatched_ask(url, *args, **kwargs)

    async def options(self, url, *args, **kwargs):
        return self._unlatched_ask(url, *args, **kwargs)

    async def head(self, url, *args, **kwargs):
        return self._unlatched_ask(url, *args, **kwargs)

    async def post(self, url, *args, **kwargs):
        return self._unlatched_ask(url, *args, **kwargs)

    async def put(self, url, *args, **kwargs):
        return self._unlatched_ask(url, *args, **kwargs)

    async def patch(self, url, *args, **kwargs):
        return self._unlatched_ask(url, *args, **kwargs)

    async def delete(self, url, *args, **kwargs):
        return self._unlatched_ask(url, *args, **kwargs)

    async def aclose(self):
        pass

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type=None, exc_value=None, traceback=None):
        await self.aclose()
