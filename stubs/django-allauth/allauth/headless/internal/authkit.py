from django.contrib.auth.models import AnonymousUser

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.headless.base.response import UnauthorizedResponse
from allauth.headless.internal.sessionkit import authenticate_by_x_session_token


def _unlatched_enter(request):
    """The user of an app is the one of the session in `X-Session-Token`; the cookie does not count."""
    request.user = AnonymousUser()
    token = request.headers.get('X-Session-Token')
    if token:
        made = authenticate_by_x_session_token(token)
        if not made:
            raise ImmediateHttpResponse(UnauthorizedResponse(request, status=410))
        request.user = made[0]


class AuthenticationStatus:
    def __init__(self, request):
        self.request = request

    @property
    def is_authenticated(self):
        return self.request.user.is_authenticated
