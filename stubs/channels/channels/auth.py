"""`scope["user"]` from the session (channels/auth.py)."""
from _unlatched import awaited, version_of
from django.contrib import auth

from channels.middleware import BaseMiddleware
from channels.sessions import CookieMiddleware, SessionMiddleware


async def get_user(scope):
    if "session" not in scope:
        raise ValueError("Cannot find session in scope. You should wrap your consumer in SessionMiddleware.")
    request = scope["_unlatched_request"]
    request.session = scope["session"]
    return auth.get_user(request)


async def login(scope, user, backend=None):
    scope["user"] = user


async def logout(scope):
    from django.contrib.auth.models import AnonymousUser

    scope["user"] = AnonymousUser()


class AuthMiddleware(BaseMiddleware):
    def populate_scope(self, scope):
        if "session" not in scope:
            raise ValueError("AuthMiddleware cannot find session in scope. SessionMiddleware must be above it.")

    async def resolve_scope(self, scope):
        # Channels fills a lazy object of its own; the user that an outer middleware found stays.
        if "user" not in scope:
            scope["user"] = await get_user(scope)

    async def __call__(self, scope, receive, send):
        scope = dict(scope)
        self.populate_scope(scope)
        await self.resolve_scope(scope)
        return await super().__call__(scope, receive, send)


if version_of('channels') < (3,):
    def _unlatched_call(self, scope):
        # The lazy object of 2.4 is filled before anybody asks for it.
        scope = dict(scope)
        self.populate_scope(scope)
        awaited(self.resolve_scope(scope))
        return self.inner(scope)

    AuthMiddleware.__call__ = _unlatched_call


def AuthMiddlewareStack(inner):
    return CookieMiddleware(SessionMiddleware(AuthMiddleware(inner)))
