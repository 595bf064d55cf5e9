"""HTTP requests to other services."""
from _unlatched import opaque
from httpx._api import delete, get, head, options, patch, post, put, request  # noqa: F401
from httpx._client import AsyncClient, Client  # noqa: F401
from httpx._exceptions import (  # noqa: F401
    ConnectError,
    ConnectTimeout,
    HTTPError,
    HTTPStatusError,
    InvalidURL,
    NetworkError,
    ReadTimeout,
    RequestError,
    TimeoutException,
    TransportError,
)
from httpx._models import Response  # noqa: F401


def __getattr__(name):
    return opaque("httpx." + name)
