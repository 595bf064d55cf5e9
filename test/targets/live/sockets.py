"""WebSockets, each behind another kind of gate."""
import json
from urllib.parse import parse_qs

from channels.db import database_sync_to_async
from channels.exceptions import DenyConnection
from channels.generic.websocket import AsyncJsonWebsocketConsumer, AsyncWebsocketConsumer, JsonWebsocketConsumer, WebsocketConsumer
from channels.middleware import BaseMiddleware
from channels.routing import URLRouter
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
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


@database_sync_to_async
def owner_of(token):
    try:
        return get_user_model().objects.get(id=AccessToken(token)["user_id"])
    except (TokenError, get_user_model().DoesNotExist):
        return AnonymousUser()


class TokenUser(BaseMiddleware):
    """Tells who it is; turning strangers away is left to the consumer."""

    async def __call__(self, scope, receive, send):
        scope["user"] = AnonymousUser()
        for name, value in scope["headers"]:
            if name == b"authorization":
                scope["user"] = await owner_of(value.decode().removeprefix("Bearer "))
        query = parse_qs(scope["query_string"].decode())
        if "token" in query:
            scope["user"] = await owner_of(query["token"][0])
        return await super().__call__(scope, receive, send)


class Members:
    """Middleware of plain ASGI that turns strangers away itself."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["user"].is_anonymous:
            await receive()
            await send({"type": "websocket.close", "code": 4403})
        else:
            await self.app(scope, receive, send)


class News(WebsocketConsumer):
    """Accepts whoever comes."""

    def connect(self):
        self.accept()
        self.send(text_data=json.dumps(NEWS))


class Desk(JsonWebsocketConsumer):
    def connect(self):
        if not self.scope["user"].is_authenticated:
            raise DenyConnection()
        self.accept()
        self.send_json(NEWS)


class Room(AsyncWebsocketConsumer):
    async def connect(self):
        self.room = self.scope["url_route"]["kwargs"]["room"]
        if self.scope["user"].is_anonymous:
            await self.close(code=4001)
            return
        await self.accept()
        await self.send(text_data=f"room {self.room}")


websocket_urlpatterns = [
    path("ws/anonymous/", TokenUser(News.as_asgi())),
    path("ws/desk/", TokenUser(Desk.as_asgi())),
    path("ws/members/", TokenUser(Members(News.as_asgi()))),
    path("ws/rooms/", URLRouter([path("<int:room>/", TokenUser(Room.as_asgi()))])),
    path("ws/breaks/", Breaks.as_asgi()),
    path("ws/open/", Open.as_asgi()),
    path("ws/guarded/", Guarded.as_asgi()),
    path("ws/closes-late/", ClosesLate.as_asgi()),
    path("ws/presence/", Presence.as_asgi()),
    path("ws/refuses/", Refuses.as_asgi()),
    path("ws/silent/", Silent.as_asgi()),
    path("ws/silent-optional/", SilentOptional.as_asgi()),
]
