from django.utils.deprecation import MiddlewareMixin


class ImpersonateMiddleware(MiddlewareMixin):
    """Who is nobody stays nobody; staff may have another user in its session."""

    def process_request(self, request):
        request.user.is_impersonate = False
        request.impersonator = None
        request.real_user = request.user
