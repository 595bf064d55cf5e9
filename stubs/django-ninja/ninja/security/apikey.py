"""A key under a name in the query, a cookie or a header; None when there is none, and `authenticate` is asked all the same."""
from ninja.errors import HttpError
from ninja.security.base import AuthBase
from ninja.utils import check_csrf


class APIKeyBase(AuthBase):
    openapi_type = 'apiKey'
    param_name = 'key'

    def __init__(self):
        self.openapi_name = self.param_name
        super().__init__()

    def __call__(self, request):
        return self.authenticate(request, self._get_key(request))

    def _get_key(self, request):
        pass

    def authenticate(self, request, key):
        pass


class APIKeyQuery(APIKeyBase):
    openapi_in = 'query'

    def _get_key(self, request):
        return request.GET.get(self.param_name)


class APIKeyCookie(APIKeyBase):
    openapi_in = 'cookie'

    def __init__(self, csrf=True):
        self.csrf = csrf
        super().__init__()

    def _get_key(self, request):
        if self.csrf and check_csrf(request):
            raise HttpError(403, 'CSRF check Failed')
        return request.COOKIES.get(self.param_name)


class APIKeyHeader(APIKeyBase):
    openapi_in = 'header'

    def _get_key(self, request):
        return request.headers.get(self.param_name)
