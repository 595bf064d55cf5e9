"""ASGI entry: Django for HTTP, channels for WebSockets of the server's own pages."""
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
from django.core.asgi import get_asgi_application  # noqa: E402

django = get_asgi_application()

from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from channels.security.websocket import AllowedHostsOriginValidator  # noqa: E402
from sockets import websocket_urlpatterns  # noqa: E402

application = ProtocolTypeRouter({"http": django, "websocket": AllowedHostsOriginValidator(URLRouter(websocket_urlpatterns))})
