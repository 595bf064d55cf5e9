"""Consumers (channels/consumer.py), up to the answer to the handshake. Further messages come from whoever was let in."""
import functools

from _unlatched import version_of, world
from asgiref.sync import async_to_sync

from channels import DEFAULT_CHANNEL_LAYER
from channels.exceptions import StopConsumer
from channels.layers import _unlatched_Layer


def get_handler_name(message):
    if "type" not in message:
        raise ValueError("Incoming message has no 'type' attribute")
    handler_name = message["type"].replace(".", "_")
    if handler_name.startswith("_"):
        raise ValueError("Malformed type in message (leading underscore)")
    return handler_name


class AsyncConsumer:
    _sync = False
    channel_layer_alias = DEFAULT_CHANNEL_LAYER

    async def __call__(self, scope, receive, send):
        self.scope = scope
        self.channel_layer = _unlatched_Layer(send)
        self.channel_name = world("the name of the channel")
        self.base_send = async_to_sync(send) if self._sync else send
        try:
            await self.dispatch(await receive())
        except StopConsumer:
            pass

    async def dispatch(self, message):
        handler = getattr(self, get_handler_name(message), None)
        if not handler:
            raise ValueError("No handler for message type %s" % message["type"])
        await handler(message)

    async def send(self, message):
        await self.base_send(message)

    @classmethod
    def as_asgi(cls, **initkwargs):
        async def app(scope, receive, send):
            consumer = cls(**initkwargs)
            return await consumer(scope, receive, send)

        app.consumer_class = cls
        app.consumer_initkwargs = initkwargs
        functools.update_wrapper(app, cls, updated=())
        return app


if version_of('channels') < (3,):
    _UnlatchedLaterConsumer = AsyncConsumer

    class AsyncConsumer(_UnlatchedLaterConsumer):
        """Made for a scope, and then called without it (2.4, consumer.py)."""

        def __init__(self, scope):
            self.scope = scope

        async def __call__(self, receive, send):
            await super().__call__(self.scope, receive, send)


class SyncConsumer(AsyncConsumer):
    _sync = True

    async def dispatch(self, message):
        handler = getattr(self, get_handler_name(message), None)
        if not handler:
            raise ValueError("No handler for message type %s" % message["type"])
        handler(message)

    def send(self, message):
        self.base_send(message)
