"""The hooks that projects override."""
from _unlatched import effect, import_string, opaque
from allauth.account import app_settings


class DefaultAccountAdapter:
    def __init__(self, request=None):
        self.request = request

    def is_open_for_signup(self, request):
        return True

    def is_ajax(self, request):
        return opaque('whether a browser script asks')

    def is_safe_url(self, url):
        return opaque('whether a URL is of this site')

    def login(self, request, user):
        from django.contrib.auth import login

        login(request, user)

    def logout(self, request):
        from django.contrib.auth import logout

        logout(request)

    def authenticate(self, request, **credentials):
        from django.contrib.auth import authenticate

        return authenticate(request, **credentials)

    def send_mail(self, template_prefix, email, context):
        effect('mail', template_prefix)

    def get_login_redirect_url(self, request):
        return opaque('account adapter: get_login_redirect_url')

    def get_logout_redirect_url(self, request):
        return opaque('account adapter: get_logout_redirect_url')

    def get_signup_redirect_url(self, request):
        return opaque('account adapter: get_signup_redirect_url')

    def get_email_verification_redirect_url(self, email_address):
        return opaque('account adapter: get_email_verification_redirect_url')

    def get_email_confirmation_url(self, request, emailconfirmation):
        return opaque('account adapter: get_email_confirmation_url')

    def new_user(self, request):
        return opaque('account adapter: new_user')

    def save_user(self, request, user, form, commit=True):
        return opaque('account adapter: save_user')

    def populate_username(self, request, user):
        return opaque('account adapter: populate_username')

    def clean_username(self, username, shallow=False):
        return opaque('account adapter: clean_username')

    def clean_email(self, email):
        return opaque('account adapter: clean_email')

    def clean_password(self, password, user=None):
        return opaque('account adapter: clean_password')

    def confirm_email(self, request, email_address):
        return opaque('account adapter: confirm_email')

    def set_password(self, user, password):
        return opaque('account adapter: set_password')

    def respond_user_inactive(self, request, user):
        return opaque('account adapter: respond_user_inactive')

    def respond_email_verification_sent(self, request, user):
        return opaque('account adapter: respond_email_verification_sent')

    def send_confirmation_mail(self, request, emailconfirmation, signup):
        return opaque('account adapter: send_confirmation_mail')

    def render_mail(self, template_prefix, email, context, headers=None):
        return opaque('account adapter: render_mail')

    def add_message(self, *args, **kwargs):
        return None

    def pre_login(self, request, user, *args, **kwargs):
        return None

    def post_login(self, request, user, *args, **kwargs):
        return opaque('account adapter: post_login')


def get_adapter(request=None):
    return import_string(app_settings.ADAPTER)(request)
