"""The two ceremonies: to register a passkey takes a user, to log in with one does not have to."""
import json

from django.contrib.auth import authenticate as auth_authenticate
from django.contrib.auth import login as auth_login
from django.http import JsonResponse
from django.views import View
from django_otp import login as otp_login

from _unlatched import effect, opaque, version_of
from django_otp_webauthn import exceptions, utils
from django_otp_webauthn.settings import app_settings
from django_otp_webauthn.utils import get_credential_model

WebAuthnCredential = get_credential_model()

if version_of('django-otp-webauthn') >= (0, 10):

    class BaseWebAuthnView(View):
        def handle_exception(self, exc):
            if isinstance(exc, exceptions.OTPWebAuthnApiError):
                return JsonResponse({'detail': opaque('detail'), 'code': exc.code}, status=exc.status_code)
            raise exc

        def _parse_request_data(self, request):
            if request.content_type.split(';', 1)[0] != 'application/json':
                return request.POST
            if not request.body:
                return {}
            try:
                return json.loads(request.body)
            except json.JSONDecodeError:
                raise exceptions.MalformedRequest()

        def dispatch(self, request, *args, **kwargs):
            try:
                request.data = self._parse_request_data(request)
                self.request = request
                self.initial(request, *args, **kwargs)
                return super().dispatch(request, *args, **kwargs)
            except Exception as exc:
                return self.handle_exception(exc)

        def initial(self, request, *args, **kwargs):
            pass

    class RegistrationCeremonyMixin:
        def initial(self, request, *args, **kwargs):
            super().initial(request, *args, **kwargs)
            user = self.get_user()
            if not user:
                raise exceptions.NotAuthenticated()
            self._check_user_verified(user)
            self.check_can_register()

        def _check_user_verified(self, user):
            if not user.is_verified() and self.user_is_mfa_enrolled(user):
                raise exceptions.NotVerified()

        def user_is_mfa_enrolled(self, user):
            return utils.user_has_any_otp_device(user)

        def get_user(self):
            return self.request.user if self.request.user.is_authenticated else None

        def get_helper(self):
            return WebAuthnCredential.get_webauthn_helper(request=self.request)

        def check_can_register(self):
            pass

else:
    from rest_framework.permissions import AllowAny, IsAuthenticated
    from rest_framework.views import APIView as BaseWebAuthnView

    class RegistrationCeremonyMixin:
        permission_classes = [IsAuthenticated]

        def initial(self, request, *args, **kwargs):
            super().initial(request, *args, **kwargs)
            self.check_can_register()

        def get_user(self):
            return self.request.user if self.request.user.is_authenticated else None

        def get_helper(self):
            return WebAuthnCredential.get_webauthn_helper(request=self.request)

        def check_can_register(self):
            pass


class AuthenticationCeremonyMixin:
    if version_of('django-otp-webauthn') < (0, 10):
        permission_classes = [AllowAny]

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        self.check_can_authenticate()

    def get_user(self):
        return self.request.user if self.request.user.is_authenticated else None

    def get_helper(self):
        return WebAuthnCredential.get_webauthn_helper(request=self.request)

    def check_can_authenticate(self):
        user = self.get_user()
        if user and user.is_active:
            return
        if not user and not app_settings.OTP_WEBAUTHN_ALLOW_PASSWORDLESS_LOGIN:
            raise exceptions.PasswordlessLoginDisabled()


class BeginCredentialRegistrationView(RegistrationCeremonyMixin, BaseWebAuthnView):
    def post(self, *args, **kwargs):
        data, state = self.get_helper().register_begin(user=self.get_user())
        self.request.session['otp_webauthn_register_state'] = state
        return JsonResponse(data)


class CompleteCredentialRegistrationView(RegistrationCeremonyMixin, BaseWebAuthnView):
    def get_state(self):
        state = self.request.session.pop('otp_webauthn_register_state', None)
        if not state:
            raise exceptions.InvalidState()
        return state

    def post(self, *args, **kwargs):
        user = self.get_user()
        state = self.get_state()
        device = self.get_helper().register_complete(user=user, state=state, data=self.request.data)
        effect('db-write', 'a passkey is registered')
        return JsonResponse({'id': device.pk})


class BeginCredentialAuthenticationView(AuthenticationCeremonyMixin, BaseWebAuthnView):
    def post(self, *args, **kwargs):
        user = self.get_user()
        data, state = self.get_helper().authenticate_begin(user=user, require_user_verification=not bool(user))
        self.request.session['otp_webauthn_authentication_state'] = state
        return JsonResponse(data)


class CompleteCredentialAuthenticationView(AuthenticationCeremonyMixin, BaseWebAuthnView):
    success_url_allowed_hosts = set()

    def get_state(self):
        state = self.request.session.pop('otp_webauthn_authentication_state', None)
        if not state:
            raise exceptions.InvalidState()
        return state

    def check_device_usable(self, device):
        if not device.confirmed:
            raise exceptions.CredentialDisabled()
        if not device.user.is_active:
            raise exceptions.UserDisabled()

    def complete_auth(self, device):
        if not self.request.user.is_authenticated:
            auth_login(self.request, auth_authenticate(self.request, webauthn_credential=device))
        otp_login(self.request, device)

    def get_success_data(self, device):
        return {'id': device.pk, 'redirect_url': self.get_success_url()}

    def get_success_url(self):
        return opaque('next URL')

    def post(self, *args, **kwargs):
        user = self.get_user()
        state = self.get_state()
        device = self.get_helper().authenticate_complete(user=user, state=state, data=self.request.data)
        self.check_device_usable(device)
        self.complete_auth(device)
        return JsonResponse(self.get_success_data(device))


class WellKnownWebAuthnView(BaseWebAuthnView):
    http_method_names = ['get']
    if version_of('django-otp-webauthn') < (0, 10):
        authentication_classes = []
        permission_classes = [AllowAny]

    def get_related_origins(self):
        return app_settings.OTP_WEBAUTHN_RP_RELATED_ORIGINS

    def get(self, *args, **kwargs):
        return JsonResponse({'origins': self.get_related_origins()})
