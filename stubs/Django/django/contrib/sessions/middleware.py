"""`request.session`. A stranger has no session key of the server, so the session starts empty; a probe may bring `_unlatched_session`."""
from _unlatched import import_module
from django.conf import settings
from django.utils.deprecation import MiddlewareMixin


class SessionMiddleware(MiddlewareMixin):
    def __init__(self, get_response):
        super().__init__(get_response)
        self.SessionStore = import_module(settings.SESSION_ENGINE).SessionStore

    def process_request(self, request):
        request.session = self.SessionStore(None)
        known = getattr(request, "_unlatched_session", None)
        if known:
            request.session.update(known)

    def process_response(self, request, response):
        return response
