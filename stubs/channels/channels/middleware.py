"""Around applications (channels/middleware.py)."""
from _unlatched import version_of


class BaseMiddleware:
    def __init__(self, inner):
        self.inner = inner

    async def __call__(self, scope, receive, send):
        return await self.inner(dict(scope), receive, send)


if version_of('channels') < (3,):
    def _unlatched_call(self, scope):
        """What fills the scope runs before the application is called that was made for it (2.4, middleware.py)."""
        scope = dict(scope)
        self.populate_scope(scope)
        made = self.inner(scope)

        async def application(receive, send):
            await self.resolve_scope(scope)
            return await made(receive, send)

        return application

    BaseMiddleware.__call__ = _unlatched_call
