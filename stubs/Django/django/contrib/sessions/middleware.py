"""`request.session`. A stranger has no session key of the server, so the session starts empty; a probe may bring `_unlatched_session`."""
from _unlatched import assume, import_module, is_known
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.utils.deprecation import MiddlewareMixin


class SessionMiddleware(MiddlewareMixin):
    def __init__(self, get_response):
        super().__init__(get_response)
        self.SessionStore = import_module(settings.SESSION_ENGINE).SessionStore
        self._unlatched_engine = None
        if not is_known(self.SessionStore):
            self._unlatched_engine = settings.SESSION_ENGINE
            self.SessionStore = SessionStore

    def process_request(self, request):
        if self._unlatched_engine:
            assume(f"{self._unlatched_engine} gives a stranger an empty session, as Django's own engines do")
        request.session = self.SessionStore(None)
        known = getattr(request, "_unlatched_session", None)
        if known:
            request.session.update(known)

    def process_response(self, request, response):
        return response
