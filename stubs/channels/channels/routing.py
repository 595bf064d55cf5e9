"""
Routing of ASGI applications (channels/routing.py). Which route a handshake takes is known before it is sent, so the routers along the
way are told, and match nothing.
"""
from _unlatched import awaited, is_known, opaque, version_of
from django.http import HttpResponse


class ProtocolTypeRouter:
    def __init__(self, application_mapping):
        self.application_mapping = application_mapping

    async def __call__(self, scope, receive, send):
        if scope["type"] not in self.application_mapping:
            raise ValueError("No application configured for scope type %r" % scope["type"])
        return await self.application_mapping[scope["type"]](scope, receive, send)


class URLRouter:
    _path_routing = True

    def __init__(self, routes):
        self.routes = routes

    async def __call__(self, scope, receive, send):
        for router, application in scope["_unlatched_way"]:
            if router is self:
                return await application(dict(scope), receive, send)
        raise ValueError("No route found for path %r." % scope["path"])


if version_of('channels') < (3,):
    # An application is called with the scope alone, and what it gives with the rest (2.4, routing.py).
    def _unlatched_by_protocol(self, scope):
        if scope["type"] not in self.application_mapping:
            raise ValueError("No application configured for scope type %r" % scope["type"])
        return self.application_mapping[scope["type"]](scope)

    def _unlatched_by_url(self, scope):
        for router, application in scope["_unlatched_way"]:
            if router is self:
                return application(dict(scope))
        raise ValueError("No route found for path %r." % scope["path"])

    ProtocolTypeRouter.__call__ = _unlatched_by_protocol
    URLRouter.__call__ = _unlatched_by_url


class ChannelNameRouter:
    def __init__(self, application_mapping):
        self.application_mapping = application_mapping


def _unlatched_headers(request):
    """What a client sends of which somebody may make a credential; names are in lower case, all is bytes."""
    pairs = []
    for name in ("HTTP_AUTHORIZATION", "HTTP_COOKIE", "HTTP_SEC_WEBSOCKET_PROTOCOL", "HTTP_X_API_KEY"):
        value = request.META.get(name)
        if value is not None:
            pairs.append((name[5:].lower().replace("_", "-").encode(), value.encode()))
    return pairs


def _unlatched_query(request):
    token = request.GET.get("token")
    return b"" if token is None else ("token=" + token).encode()


def _unlatched_refuses(text):
    """Whether a message that stands in the code tells that a token is wanted."""
    words = ("error", "authenticat", "unauthorized", "forbidden", "denied", "permission", "log in", "login")
    return text is not None and is_known(text) and any(word in str(text).lower() for word in words)


def _unlatched_handshake(application, way):
    """The view that stands for a route of WebSockets: 200 where the socket is accepted and stays open."""

    def handshake(request, *args, **kwargs):
        answers = []

        async def receive():
            return {"type": "websocket.connect"}

        async def send(message):
            refuses = message["type"] == "websocket.send" and _unlatched_refuses(message.get("text"))
            answers.append("a refusal" if refuses else message["type"])

        scope = {
            "type": "websocket",
            "path": request.path,
            "query_string": _unlatched_query(request),
            "headers": _unlatched_headers(request),
            "subprotocols": [],
            "client": ["203.0.113.1", 50000],
            "url_route": {"args": args, "kwargs": kwargs},
            "_unlatched_request": request,
            "_unlatched_way": way,
        }
        if version_of('channels') < (3,):
            awaited(application(scope)(receive, send))
        else:
            awaited(application(scope, receive, send))
        if "websocket.accept" not in answers or "websocket.close" in answers:
            return HttpResponse(status=403)
        if "websocket.send" in answers or "_unlatched.joined" in answers:
            return HttpResponse(status=200)
        if "a refusal" in answers:
            return HttpResponse(status=403)
        return HttpResponse(status=opaque("whether messages", "the socket is accepted; what its messages give to whom is not followed"))

    return handshake
