class RequestAborted(Exception):
    pass


class RequestTimeout(RequestAborted):
    pass


class InvalidChannelLayerError(ValueError):
    pass


class AcceptConnection(Exception):
    pass


class DenyConnection(Exception):
    pass


class ChannelFull(Exception):
    pass


class MessageTooLarge(Exception):
    pass


class StopConsumer(Exception):
    pass
