"""What awaits its answer asks the same as Ninja's own."""
from ninja.security import APIKeyCookie, APIKeyHeader, APIKeyQuery, HttpBasicAuth, HttpBearer, SessionAuth, django_auth
from ninja_extra.security.api_key import AsyncAPIKeyBase, AsyncAPIKeyCookie, AsyncAPIKeyHeader, AsyncAPIKeyQuery
from ninja_extra.security.http import AsyncHttpBasicAuth, AsyncHttpBearer
from ninja_extra.security.session import AsyncSessionAuth

async_django_auth = AsyncSessionAuth()
