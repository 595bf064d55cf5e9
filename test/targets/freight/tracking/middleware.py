"""Users of access tokens for views that are plain Django."""
from django.contrib.auth.models import AnonymousUser
from django.utils.functional import SimpleLazyObject

from tracking.access import bearer_user, refused


class BearerMiddleware:
    """Sets `request.user`; turns nobody away."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.user = SimpleLazyObject(lambda: bearer_user(request) or AnonymousUser())
        return self.get_response(request)


class TerminalMiddleware:
    """The terminal is for users."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith("/api/terminal/") and not request.user.is_authenticated:
            return refused()
        return self.get_response(request)
