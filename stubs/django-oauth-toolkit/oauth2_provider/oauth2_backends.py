"""`verify_request`: where oauthlib finds the token, then the validator."""
from _unlatched import effect, is_known, opaque
from oauth2_provider.oauth2_validators import OAuth2Validator
from oauth2_provider.settings import oauth2_settings


class _unlatched_Request:
    """oauthlib's own request, as far as DOT and projects read it."""

    user = None
    client = None
    access_token = None
    scopes = None
    oauth2_error = {}


class OAuthLibCore:
    def __init__(self, server=None):
        self.server = server
        self.validator = getattr(server, 'request_validator', None) if is_known(server) else None

    def _unlatched_validator(self):
        return self.validator or oauth2_settings.OAUTH2_VALIDATOR_CLASS()

    def _unlatched_token(self, request):
        """oauthlib's `get_token_from_header`: the parameter counts only when there is no Authorization header."""
        header = request.META.get('HTTP_AUTHORIZATION')
        if header:
            parts = header.split()
            return parts[1] if len(parts) == 2 and parts[0].lower() == 'bearer' else None
        return request.GET.get('access_token') or request.POST.get('access_token')

    def verify_request(self, request, scopes):
        made = _unlatched_Request()
        valid = self._unlatched_validator().validate_bearer_token(self._unlatched_token(request), scopes, made)
        return valid, made

    def authenticate_client(self, request):
        return self._unlatched_validator().authenticate_client(_unlatched_Request())

    def validate_authorization_request(self, request):
        return opaque('scopes that a client asks for'), opaque('credentials of a client')

    def create_authorization_response(self, request, scopes, credentials, allow):
        effect('login', 'a grant is handed out')
        return opaque('redirect URI'), {}, opaque('body'), opaque('status')

    def create_device_authorization_response(self, request):
        return opaque('URI'), {}, opaque('body'), opaque('status')

    def create_token_response(self, request):
        effect('login', 'a token for credentials that the client sends')
        return opaque('URI'), {}, opaque('body'), opaque('status of the token response')

    def create_revocation_response(self, request):
        return opaque('URI'), {}, opaque('body'), opaque('status of the revocation response')

    def create_userinfo_response(self, request):
        valid, made = self.verify_request(request, ['openid'])
        return opaque('URI'), {}, opaque('claims about a user'), 200 if valid else 401


class JSONOAuthLibCore(OAuthLibCore):
    pass


def get_oauthlib_core():
    return oauth2_settings.OAUTH2_BACKEND_CLASS()
