"""The session of the request that opens the socket (channels/sessions.py); it is read as that of any other request."""
from _unlatched import import_module, version_of
from django.conf import settings

from channels.middleware import BaseMiddleware


class CookieMiddleware:
    def __init__(self, inner):
        self.inner = inner

    async def __call__(self, scope, receive, send):
        if "headers" not in scope:
            raise ValueError("CookieMiddleware was passed a scope that did not have a headers key")
        return await self.inner(dict(scope, cookies=scope["_unlatched_request"].COOKIES), receive, send)


class SessionMiddleware:
    def __init__(self, inner):
        self.inner = inner
        self.cookie_name = settings.SESSION_COOKIE_NAME
        self.session_store = import_module(settings.SESSION_ENGINE).SessionStore

    async def __call__(self, scope, receive, send):
        if "cookies" not in scope:
            raise ValueError("No cookies in scope - SessionMiddleware needs to run inside of CookieMiddleware.")
        return await self.inner(dict(scope, session=self.session_store(None)), receive, send)


if version_of('channels') < (3,):
    def _unlatched_cookies(self, scope):
        if "headers" not in scope:
            raise ValueError("CookieMiddleware was passed a scope that did not have a headers key")
        return self.inner(dict(scope, cookies=scope["_unlatched_request"].COOKIES))

    def _unlatched_session(self, scope):
        if "cookies" not in scope:
            raise ValueError("No cookies in scope - SessionMiddleware needs to run inside of CookieMiddleware.")
        return self.inner(dict(scope, session=self.session_store(None)))

    CookieMiddleware.__call__ = _unlatched_cookies
    SessionMiddleware.__call__ = _unlatched_session


def SessionMiddlewareStack(inner):
    return CookieMiddleware(SessionMiddleware(inner))
