"""Who may register a client."""
from oauth2_provider.utils import parse_bearer_token


def enforce_csrf(request):
    return True


class IsAuthenticatedDCRPermission:
    def has_permission(self, request):
        if not (request.user and request.user.is_authenticated):
            return False
        if parse_bearer_token(request.META.get('HTTP_AUTHORIZATION', '')) is not None:
            return True
        return enforce_csrf(request)


class AllowAllDCRPermission:
    def has_permission(self, request):
        return True
