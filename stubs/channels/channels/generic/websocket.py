"""Consumers of WebSockets (channels/generic/websocket.py)."""
import json

from _unlatched import version_of
from asgiref.sync import async_to_sync

from ..consumer import AsyncConsumer, SyncConsumer
from ..exceptions import AcceptConnection, DenyConnection


def _unlatched_message(kind, **content):
    return {"type": "websocket." + kind, **{key: value for key, value in content.items() if value is not None and value is not True}}


class WebsocketConsumer(SyncConsumer):
    groups = None

    def __init__(self, *args, **kwargs):
        if version_of('channels') < (3,):
            super().__init__(*args, **kwargs)
        if self.groups is None:
            self.groups = []

    def websocket_connect(self, message):
        for group in self.groups:
            async_to_sync(self.channel_layer.group_add)(group, self.channel_name)
        try:
            self.connect()
        except AcceptConnection:
            self.accept()
        except DenyConnection:
            self.close()

    def connect(self):
        self.accept()

    def accept(self, subprotocol=None, headers=None):
        super().send(_unlatched_message("accept", subprotocol=subprotocol, headers=headers))

    def websocket_receive(self, message):
        if message.get("text") is not None:
            self.receive(text_data=message["text"])
        else:
            self.receive(bytes_data=message["bytes"])

    def receive(self, text_data=None, bytes_data=None):
        pass

    def send(self, text_data=None, bytes_data=None, close=False):
        if text_data is None and bytes_data is None:
            raise ValueError("You must pass one of bytes_data or text_data")
        super().send(_unlatched_message("send", text=text_data, bytes=bytes_data))
        if close:
            self.close(close)

    def close(self, code=None, reason=None):
        super().send(_unlatched_message("close", code=code, reason=reason))

    def websocket_disconnect(self, message):
        self.disconnect(message["code"])

    def disconnect(self, code):
        pass


class JsonWebsocketConsumer(WebsocketConsumer):
    def receive(self, text_data=None, bytes_data=None, **kwargs):
        if not text_data:
            raise ValueError("No text section for incoming WebSocket frame!")
        self.receive_json(self.decode_json(text_data), **kwargs)

    def receive_json(self, content, **kwargs):
        pass

    def send_json(self, content, close=False):
        super().send(text_data=self.encode_json(content), close=close)

    @classmethod
    def decode_json(cls, text_data):
        return json.loads(text_data)

    @classmethod
    def encode_json(cls, content):
        return json.dumps(content)


class AsyncWebsocketConsumer(AsyncConsumer):
    groups = None

    def __init__(self, *args, **kwargs):
        if version_of('channels') < (3,):
            super().__init__(*args, **kwargs)
        if self.groups is None:
            self.groups = []

    async def websocket_connect(self, message):
        for group in self.groups:
            await self.channel_layer.group_add(group, self.channel_name)
        try:
            await self.connect()
        except AcceptConnection:
            await self.accept()
        except DenyConnection:
            await self.close()

    async def connect(self):
        await self.accept()

    async def accept(self, subprotocol=None, headers=None):
        await super().send(_unlatched_message("accept", subprotocol=subprotocol, headers=headers))

    async def websocket_receive(self, message):
        if message.get("text") is not None:
            await self.receive(text_data=message["text"])
        else:
            await self.receive(bytes_data=message["bytes"])

    async def receive(self, text_data=None, bytes_data=None):
        pass

    async def send(self, text_data=None, bytes_data=None, close=False):
        if text_data is None and bytes_data is None:
            raise ValueError("You must pass one of bytes_data or text_data")
        await super().send(_unlatched_message("send", text=text_data, bytes=bytes_data))
        if close:
            await self.close(close)

    async def close(self, code=None, reason=None):
        await super().send(_unlatched_message("close", code=code, reason=reason))

    async def websocket_disconnect(self, message):
        await self.disconnect(message["code"])

    async def disconnect(self, code):
        pass


class AsyncJsonWebsocketConsumer(AsyncWebsocketConsumer):
    async def receive(self, text_data=None, bytes_data=None, **kwargs):
        if not text_data:
            raise ValueError("No text section for incoming WebSocket frame!")
        await self.receive_json(await self.decode_json(text_data), **kwargs)

    async def receive_json(self, content, **kwargs):
        pass

    async def send_json(self, content, close=False):
        await super().send(text_data=await self.encode_json(content), close=close)

    @classmethod
    async def decode_json(cls, text_data):
        return json.loads(text_data)

    @classmethod
    async def encode_json(cls, content):
        return json.dumps(content)
