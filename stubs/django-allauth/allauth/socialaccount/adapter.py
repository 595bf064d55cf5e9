"""The hooks that projects override."""
from _unlatched import import_string, opaque
from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.socialaccount import app_settings


class DefaultSocialAccountAdapter:
    def __init__(self, request=None):
        self.request = request

    def is_open_for_signup(self, request, sociallogin):
        return get_account_adapter(request).is_open_for_signup(request)

    def pre_social_login(self, request, sociallogin):
        return None

    def new_user(self, request, sociallogin):
        return opaque('social account adapter: new_user')

    def save_user(self, request, sociallogin, form=None):
        return opaque('social account adapter: save_user')

    def populate_user(self, request, sociallogin, data):
        return opaque('social account adapter: populate_user')

    def get_connect_redirect_url(self, request, socialaccount):
        return opaque('social account adapter: get_connect_redirect_url')

    def is_auto_signup_allowed(self, request, sociallogin):
        return opaque('social account adapter: is_auto_signup_allowed')

    def get_app(self, request, provider, client_id=None):
        return opaque('social account adapter: get_app')

    def get_provider(self, request, provider, client_id=None):
        return opaque('social account adapter: get_provider')


def get_adapter(request=None):
    return import_string(app_settings.ADAPTER)(request)
