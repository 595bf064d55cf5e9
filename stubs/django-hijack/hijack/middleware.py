from django.utils.deprecation import MiddlewareMixin


class HijackUserMiddleware(MiddlewareMixin):
    """Tells whether the user is hijacked; a hijacked session is one that staff was let into."""

    def process_request(self, request):
        request.user.is_hijacked = bool(request.session.get('hijack_history', []))
