"""The look-up of a bearer token; projects subclass this to add claims."""
from _unlatched import opaque
from oauth2_provider.models import get_access_token_model


class OAuth2Validator:
    def validate_bearer_token(self, token, scopes, request):
        if not token:
            return False
        access_token = self._load_access_token(token)
        if access_token and access_token.is_valid(scopes):
            request.client = access_token.application
            request.user = access_token.user
            request.scopes = list(scopes)
            request.access_token = access_token
            return True
        return False

    def _load_access_token(self, token):
        # Stored by its digest since 2.0; who knows the token knows the digest, and nobody else does.
        return get_access_token_model().objects.select_related('application', 'user').filter(token=token).first()

    def authenticate_client(self, request, *args, **kwargs):
        """No probe knows the secret of a client."""
        return False

    def validate_user(self, username, password, client, request, *args, **kwargs):
        from django.contrib.auth import authenticate

        user = authenticate(request, username=username, password=password)
        if user is not None and user.is_active:
            request.user = user
            return True
        return False


    def get_oidc_claims(self, token, token_handler, request):
        return opaque('claims of an id token')

    def get_userinfo_claims(self, request):
        return opaque('claims about a user')
