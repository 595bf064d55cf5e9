"""WebSockets, each behind another kind of gate."""
from channels.generic.websocket import AsyncJsonWebsocketConsumer
from django.urls import path
from rest_framework_simplejwt.exceptions import TokenError
from rest_framework_simplejwt.tokens import AccessToken

NEWS = {"type": "news", "people": [{"email": "ann.meadow@example.org"}]}


def bearer(scope):
    """The token of the handshake; None without one."""
    _, _, token = dict(scope["headers"]).get(b"authorization", b"").decode().partition(" ")
    return token or None


def is_right(token):
    try:
        return token is not None and bool(AccessToken(token))
    except TokenError:
        return False


class Open(AsyncJsonWebsocketConsumer):
    async def connect(self):
        await self.accept()
        await self.send_json(NEWS)

    async def receive_json(self, content):
        raise RuntimeError("nothing is ever sent here")


class Guarded(Open):
    async def connect(self):
        if is_right(bearer(self.scope)):
            await super().connect()
        else:
            await self.close()


class ClosesLate(Open):
    async def connect(self):
        await self.accept()
        if is_right(bearer(self.scope)):
            await self.send_json(NEWS)
        else:
            await self.close(code=4401)


class Presence(Open):
    async def connect(self):
        if bearer(self.scope):
            await super().connect()
        else:
            await self.close()


class Refuses(Open):
    """Tells in a message that it wants a token."""

    async def connect(self):
        await self.accept()
        await self.send_json(NEWS if is_right(bearer(self.scope)) else {"error": "authentication required"})


class Silent(Open):
    """Asks for the token in the first message."""

    async def connect(self):
        await self.accept()


class SilentOptional(Open):
    """Looks at a token when there is one."""

    async def connect(self):
        token = bearer(self.scope)
        if token is None or is_right(token):
            await self.accept()
        else:
            await self.close()


class Breaks(Open):
    """Takes for granted that there is a token."""

    async def connect(self):
        await self.accept()
        AccessToken(bearer(self.scope) or "")
        await self.send_json(NEWS)


websocket_urlpatterns = [
    path("ws/breaks/", Breaks.as_asgi()),
    path("ws/open/", Open.as_asgi()),
    path("ws/guarded/", Guarded.as_asgi()),
    path("ws/closes-late/", ClosesLate.as_asgi()),
    path("ws/presence/", Presence.as_asgi()),
    path("ws/refuses/", Refuses.as_asgi()),
    path("ws/silent/", Silent.as_asgi()),
    path("ws/silent-optional/", SilentOptional.as_asgi()),
]
