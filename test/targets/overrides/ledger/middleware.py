"""Guards of writes that look at the method, and what changes the method between them."""
from django.http import JsonResponse
from rest_framework.exceptions import APIException
from rest_framework_simplejwt.authentication import JWTAuthentication


class EarlyGuard:
    """Reads are for everybody, writes for those with a token."""

    prefix = "/early/"

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith(self.prefix) and request.method not in ("GET", "HEAD", "OPTIONS"):
            word, _, token = request.headers.get("Authorization", "").partition(" ")
            try:
                JWTAuthentication().get_validated_token(token.encode())
            except APIException:
                return JsonResponse({"detail": "Sign in first."}, status=401)
        return self.get_response(request)


class LateGuard(EarlyGuard):
    prefix = "/late/"


class MethodOfHeader:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        method = request.META.get("HTTP_X_HTTP_METHOD_OVERRIDE")
        if method:
            request.method = method.upper()
        return self.get_response(request)


class MethodOfPost:
    """As most do it: only a POST may mean something else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method == "POST" and "X-Method" in request.headers:
            request.method = request.headers["X-Method"].upper()
        return self.get_response(request)
