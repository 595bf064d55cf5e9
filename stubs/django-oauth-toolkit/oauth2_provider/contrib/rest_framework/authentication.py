from oauth2_provider.oauth2_backends import get_oauthlib_core
from rest_framework.authentication import BaseAuthentication


class OAuth2Authentication(BaseAuthentication):
    """An invalid token gives None, not an error: the next authenticator is asked, then the permissions."""

    www_authenticate_realm = 'api'

    def authenticate(self, request):
        if request is None:
            return None
        valid, made = get_oauthlib_core().verify_request(request, scopes=[])
        if valid:
            return (made.user, made.access_token)
        request.oauth2_error = made.oauth2_error
        return None

    def authenticate_header(self, request):
        return f'Bearer realm="{self.www_authenticate_realm}"'


class OAuth2ProtectedResourceAuthentication(OAuth2Authentication):
    resource_metadata_url = None

    def get_resource_metadata_url(self, request):
        return self.resource_metadata_url
