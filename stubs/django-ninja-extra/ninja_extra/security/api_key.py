from ninja.security import APIKeyCookie, APIKeyHeader, APIKeyQuery
from ninja.security.apikey import APIKeyBase


class AsyncAPIKeyBase(APIKeyBase):
    pass


class AsyncAPIKeyQuery(AsyncAPIKeyBase, APIKeyQuery):
    pass


class AsyncAPIKeyCookie(AsyncAPIKeyBase, APIKeyCookie):
    pass


class AsyncAPIKeyHeader(AsyncAPIKeyBase, APIKeyHeader):
    pass
