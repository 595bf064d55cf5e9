"""Channel layers carry messages between consumers; whoever is in a group hears what is said there."""
from _unlatched import opaque, world


class BaseChannelLayer:
    def __init__(self, expiry=60, capacity=100, channel_capacity=None):
        self.expiry = expiry
        self.capacity = capacity
        self.channel_capacity = channel_capacity or {}


class _unlatched_Layer(BaseChannelLayer):
    """Any layer, as a consumer under way sees it: joining a group is told to the handshake."""

    def __init__(self, send=None):
        self._send = send

    async def new_channel(self, prefix="specific."):
        return world("the name of the channel")

    async def group_add(self, group, channel):
        if self._send is not None:
            await self._send({"type": "_unlatched.joined"})

    async def group_discard(self, group, channel):
        pass

    async def group_send(self, group, message):
        pass

    async def send(self, channel, message):
        pass

    async def receive(self, channel):
        return opaque("a message of the channel layer")


class InMemoryChannelLayer(BaseChannelLayer):
    pass


def get_channel_layer(alias="default"):
    return _unlatched_Layer()
