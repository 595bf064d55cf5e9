from django.core.exceptions import ImproperlyConfigured

from oauth2_provider.contrib.rest_framework.authentication import OAuth2Authentication
from oauth2_provider.settings import oauth2_settings
from rest_framework.permissions import SAFE_METHODS, BasePermission, IsAuthenticated


class TokenHasScope(BasePermission):
    def has_permission(self, request, view):
        token = request.auth
        if not token:
            return False
        if hasattr(token, 'scope'):
            return bool(token.is_valid(self.get_scopes(request, view)))
        return False

    def get_scopes(self, request, view):
        try:
            return getattr(view, 'required_scopes')
        except AttributeError:
            raise ImproperlyConfigured('TokenHasScope requires the view to define the required_scopes attribute')


def _unlatched_scope(request):
    return oauth2_settings.READ_SCOPE if request.method.upper() in SAFE_METHODS else oauth2_settings.WRITE_SCOPE


class TokenHasReadWriteScope(TokenHasScope):
    def get_scopes(self, request, view):
        try:
            required_scopes = super().get_scopes(request, view)
        except ImproperlyConfigured:
            required_scopes = []
        return required_scopes + [_unlatched_scope(request)]


class TokenHasResourceScope(TokenHasScope):
    def get_scopes(self, request, view):
        try:
            view_scopes = super().get_scopes(request, view)
        except ImproperlyConfigured:
            view_scopes = []
        return [f'{scope}:{_unlatched_scope(request)}' for scope in view_scopes]


class IsAuthenticatedOrTokenHasScope(BasePermission):
    def has_permission(self, request, view):
        is_authenticated = IsAuthenticated().has_permission(request, view)
        by_token = is_authenticated and isinstance(request.successful_authenticator, OAuth2Authentication)
        return (is_authenticated and not by_token) or TokenHasScope().has_permission(request, view)


class TokenMatchesOASRequirements(BasePermission):
    def has_permission(self, request, view):
        token = request.auth
        if not token:
            return False
        if not hasattr(token, 'scope'):
            return False
        alternatives = self.get_required_alternate_scopes(request, view)
        return any([token.is_valid(scopes) for scopes in alternatives.get(request.method.upper(), [])])

    def get_required_alternate_scopes(self, request, view):
        try:
            return getattr(view, 'required_alternate_scopes')
        except AttributeError:
            raise ImproperlyConfigured('TokenMatchesOASRequirements requires the view to define the required_alternate_scopes attribute')
