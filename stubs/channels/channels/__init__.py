"""Django Channels, as far as the handshake of a WebSocket goes: whoever is accepted there is in."""
__version__ = "4.3.1"

DEFAULT_CHANNEL_LAYER = "default"
