"""ASGI entry: Django behind something that makes a dictionary of the headers, which keeps the last of two lines, and a proxy."""
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
from django.core.asgi import get_asgi_application  # noqa: E402

django = get_asgi_application()


async def application(scope, receive, send):
    if scope["type"] == "http" and scope["path"] == "/api/last/":
        scope = {**scope, "headers": list(dict(scope["headers"]).items())}
    if scope["type"] == "http" and scope["path"] == "/api/people/stripped/":
        scope = {**scope, "headers": [(name, value) for name, value in scope["headers"] if name != b"x-authenticated-user"]}
    await django(scope, receive, send)
