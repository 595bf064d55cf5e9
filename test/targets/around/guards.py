"""Gates in front of the views, each with a hole of its own, and one that has none."""
import re

from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse, JsonResponse
from rest_framework.exceptions import APIException
from rest_framework_simplejwt.authentication import JWTAuthentication

PREFIXES = ("/api/case/", "/api/own/", "/api/strict/")
EXACT = ("/api/suffix/", "/api/slash/", "/api/gateway/stock/")
SHELL = "<!doctype html><html><head><title>Store</title></head><body><div id=app></div><script src=/app.js></script></body></html>"
MOVED = "<!doctype html><html><body><h1>Please use the company account</h1></body></html>"


def valid(request):
    try:
        return JWTAuthentication().authenticate(request) is not None
    except APIException:
        return False


class Gateway:
    """A gate of WSGI: it looks at the address as it came, and hands on a tidier one."""

    def __init__(self, application):
        self.application = application

    def __call__(self, environ, start_response):
        written, tidy = environ["RAW_URI"], re.sub("/+", "/", environ["PATH_INFO"])
        guarded = written.startswith("/api/encoded/") or environ["PATH_INFO"].startswith("/api/folded/")
        if guarded and not valid(WSGIRequest(environ)):
            start_response("401 Unauthorized", [("Content-Type", "application/json")])
            return [b'{"detail": "A token is needed here."}']
        # Takes one of two lines of the header, which the server has joined.
        both = environ.get("HTTP_AUTHORIZATION", "").split(",")
        taken = {"/api/last/": both[-1], "/api/first/": both[0]}.get(environ["PATH_INFO"])
        if taken is not None:
            environ = {**environ, "HTTP_AUTHORIZATION": taken.strip()}
        return self.application({**environ, "PATH_INFO": tidy}, start_response)


class PathGuard:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        path, pages = request.path, "text/html" in request.headers.get("Accept", "")
        guarded = path.startswith(PREFIXES) or path in EXACT
        # Pages are for people, who log in elsewhere.
        guarded = guarded or (path.startswith("/api/pages/") and not pages)
        guarded = guarded or (path.startswith("/api/docs/") and request.GET.get("format") != "api")
        # Looks whether there is something, and leaves it to the view what.
        if path.startswith("/api/kept/") and not {"Authorization", "X-Api-Key"} & set(request.headers):
            return JsonResponse({"detail": "A key is needed."}, status=401)
        # Pages of others are sent away, whoever asks.
        if path == "/api/homely/" and "canary" in request.headers.get("Origin", ""):
            return JsonResponse({"detail": "Not from there."}, status=403)
        # The shell of an application for browsers holds no data; it is there for whatever path.
        if pages and path.startswith(("/api/strict/shell", "/api/strict/unlatched-")):
            return HttpResponse(SHELL)
        if pages and path.startswith("/api/strict/account"):
            return HttpResponse(MOVED)
        if guarded and not valid(request):
            return JsonResponse({"detail": "A token is needed."}, status=401)
        return self.get_response(request)
