from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect
from django.utils.deprecation import MiddlewareMixin

from _unlatched import world

SESSION_TIMEOUT_KEY = '_session_init_timestamp_'


class SessionTimeoutMiddleware(MiddlewareMixin):
    def process_request(self, request):
        if not hasattr(request, 'session') or request.session.is_empty() or not world('the session has been idle for too long'):
            return None
        request.session.flush()
        url = getattr(settings, 'SESSION_TIMEOUT_REDIRECT', None)
        return redirect(url) if url else redirect_to_login(next=request.path)
