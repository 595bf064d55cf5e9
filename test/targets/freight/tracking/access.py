"""Access tokens in views that are plain Django."""
from functools import wraps

from asgiref.sync import sync_to_async
from django.http import JsonResponse

from rates.security import user_of


def bearer_user(request):
    """The user of the token in the header, or None."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return user_of(token) if scheme == "Bearer" else None


async def has_user(request):
    """True for a request with a user."""
    return await sync_to_async(bearer_user)(request) is not None


def refused():
    return JsonResponse({"detail": "Token is missing or not valid."}, status=401, headers={"WWW-Authenticate": "Bearer"})


def token_required(view):
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if bearer_user(request) is None:
            return refused()
        return view(request, *args, **kwargs)

    return wrapper


def header_required(view):
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if not request.headers.get("Authorization", "").startswith("Bearer "):
            return refused()
        return view(request, *args, **kwargs)

    return wrapper
