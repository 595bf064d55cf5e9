"""`request.session`, with address and browser. A stranger has no session key of the server, so the session starts empty."""
from importlib import import_module

from django.conf import settings
from django.utils.deprecation import MiddlewareMixin


class SessionMiddleware(MiddlewareMixin):
    def process_request(self, request):
        engine = import_module(settings.SESSION_ENGINE)
        request.session = engine.SessionStore(
            ip=request.META.get('REMOTE_ADDR', ''), user_agent=request.META.get('HTTP_USER_AGENT', ''), session_key=None
        )
        known = getattr(request, '_unlatched_session', None)
        if known:
            request.session.update(known)

    def process_response(self, request, response):
        return response
