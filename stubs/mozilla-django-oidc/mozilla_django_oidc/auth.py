from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import SuspiciousOperation

from _unlatched import opaque, secret, world
from mozilla_django_oidc.utils import import_from_settings


class _UnlatchedRefused(Exception):
    """Stands for the error that the HTTP library raises when the provider does not know the token."""


def default_username_algo(email, claims=None):
    return opaque('name of a user')


class OIDCAuthenticationBackend(ModelBackend):
    def __init__(self, *args, **kwargs):
        self.UserModel = get_user_model()

    @staticmethod
    def get_settings(attr, *args):
        return import_from_settings(attr, *args)

    def describe_user_by_claims(self, claims):
        return opaque('description of a user')

    def filter_users_by_claims(self, claims):
        email = claims.get('email')
        if not email:
            return self.UserModel.objects.none()
        return self.UserModel.objects.filter(email__iexact=email)

    def verify_claims(self, claims):
        if 'email' in self.get_settings('OIDC_RP_SCOPES', 'openid email').split():
            return 'email' in claims
        return True

    def create_user(self, claims):
        return self.UserModel.objects.create_user(self.get_username(claims), email=claims.get('email'))

    def get_username(self, claims):
        return opaque('name of a user')

    def update_user(self, user, claims):
        return user

    def retrieve_matching_jwk(self, token):
        return opaque('key of the provider')

    def get_payload_data(self, token, key):
        return opaque('claims of an ID token')

    def verify_token(self, token, **kwargs):
        return opaque('claims of an ID token')

    def get_token(self, payload):
        return opaque('tokens of the provider')

    def get_userinfo(self, access_token, id_token, payload):
        """The provider is asked with the token, and answers only when it gave that token."""
        if access_token != secret('an access token of the provider'):
            raise _UnlatchedRefused()
        return world('what the provider says of the user')

    def authenticate(self, request, **kwargs):
        self.request = request
        if not request or not request.GET.get('code') or not request.GET.get('state'):
            return None
        if world('whether the provider gave the code'):
            try:
                return self.UserModel.objects.first()
            except SuspiciousOperation:
                return None
        return None

    def store_tokens(self, access_token, id_token):
        pass

    def get_or_create_user(self, access_token, id_token, payload):
        claims = self.get_userinfo(access_token, id_token, payload)
        if not self.verify_claims(claims):
            raise SuspiciousOperation('Claims verification failed')
        user = self.filter_users_by_claims(claims).first()
        if user is not None:
            return self.update_user(user, claims)
        if self.get_settings('OIDC_CREATE_USER', True):
            return self.create_user(claims)
        return None
