"""HTTP requests to other services."""
from requests import packages, utils  # noqa: F401
from requests.api import delete, get, head, options, patch, post, put, request  # noqa: F401
from requests.exceptions import (  # noqa: F401
    ConnectionError,
    ConnectTimeout,
    HTTPError,
    JSONDecodeError,
    ReadTimeout,
    RequestException,
    Timeout,
    TooManyRedirects,
    URLRequired,
)
from requests.models import PreparedRequest, Request, Response  # noqa: F401
from requests.sessions import Session, session  # noqa: F401
from requests.status_codes import codes  # noqa: F401
