from _unlatched import effect, opaque, world
from django.http import JsonResponse

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.headless.base.response import AuthenticationResponse, ConflictResponse, ForbiddenResponse
from allauth.headless.base.views import APIView, AuthenticatedAPIView
from allauth.headless.internal.restkit.response import ErrorResponse


class RequestLoginCodeView(APIView):
    def post(self, request, *args, **kwargs):
        effect('db-write', 'RequestLoginCodeView')
        return JsonResponse(opaque('answer'))


class ResendLoginCodeView(APIView):
    def post(self, request, *args, **kwargs):
        effect('db-write', 'ResendLoginCodeView')
        return JsonResponse(opaque('answer'))


class ConfirmLoginCodeView(APIView):
    def dispatch(self, request, *args, **kwargs):
        if not request.session.get('account_login'):
            return ConflictResponse(request)
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        effect('login', 'headless log-in')
        return AuthenticationResponse(request)


class LoginView(APIView):
    def post(self, request, *args, **kwargs):
        effect('login', 'headless log-in')
        return AuthenticationResponse(request)


class SignupView(APIView):
    def post(self, request, *args, **kwargs):
        if not get_account_adapter().is_open_for_signup(request):
            return ForbiddenResponse(request)
        effect('db-write', 'an account is made')
        return AuthenticationResponse(request)


class SessionView(APIView):
    def get(self, request, *args, **kwargs):
        return AuthenticationResponse(request)

    def delete(self, request, *args, **kwargs):
        get_account_adapter().logout(request)
        return AuthenticationResponse(request)


class VerifyEmailView(APIView):
    def handle(self, request, *args, **kwargs):
        """A code or key from a message that was sent; none of it is in the hands of an attacker."""
        if request.method != 'GET' and not world('whether the code of a message is right'):
            return ErrorResponse(request)
        return super().handle(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        return JsonResponse(opaque('answer'))

    def post(self, request, *args, **kwargs):
        effect('db-write', 'VerifyEmailView')
        return JsonResponse(opaque('answer'))


class VerifyPhoneView(APIView):
    def handle(self, request, *args, **kwargs):
        """A code or key from a message that was sent; none of it is in the hands of an attacker."""
        if request.method != 'GET' and not world('whether the code of a message is right'):
            return ErrorResponse(request)
        return super().handle(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        effect('db-write', 'VerifyPhoneView')
        return JsonResponse(opaque('answer'))


class ResendPhoneVerificationCodeView(APIView):
    def post(self, request, *args, **kwargs):
        effect('db-write', 'ResendPhoneVerificationCodeView')
        return JsonResponse(opaque('answer'))


class ResendEmailVerificationCodeView(APIView):
    def post(self, request, *args, **kwargs):
        effect('db-write', 'ResendEmailVerificationCodeView')
        return JsonResponse(opaque('answer'))


class RequestPasswordResetView(APIView):
    def post(self, request, *args, **kwargs):
        effect('db-write', 'RequestPasswordResetView')
        return JsonResponse(opaque('answer'))


class ResetPasswordView(APIView):
    def handle(self, request, *args, **kwargs):
        """A code or key from a message that was sent; none of it is in the hands of an attacker."""
        if request.method != 'GET' and not world('whether the code of a message is right'):
            return ErrorResponse(request)
        return super().handle(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        return JsonResponse(opaque('answer'))

    def post(self, request, *args, **kwargs):
        effect('db-write', 'ResetPasswordView')
        return JsonResponse(opaque('answer'))


class ChangePasswordView(AuthenticatedAPIView):
    def post(self, request, *args, **kwargs):
        effect('db-write', 'ChangePasswordView')
        return JsonResponse(opaque('answer'))


class ManageEmailView(APIView):
    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            if request.method != 'POST':
                return AuthenticationResponse(request)
            if not request.session.get('account_email_verification_code'):
                return ConflictResponse(request)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        return JsonResponse(opaque('answer'))

    def post(self, request, *args, **kwargs):
        effect('db-write', 'ManageEmailView')
        return JsonResponse(opaque('answer'))

    def delete(self, request, *args, **kwargs):
        effect('db-write', 'ManageEmailView')
        return JsonResponse(opaque('answer'))

    def patch(self, request, *args, **kwargs):
        effect('db-write', 'ManageEmailView')
        return JsonResponse(opaque('answer'))

    def put(self, request, *args, **kwargs):
        effect('db-write', 'ManageEmailView')
        return JsonResponse(opaque('answer'))


class ManagePhoneView(APIView):
    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            if request.method != 'POST':
                return AuthenticationResponse(request)
            if not request.session.get('account_phone_verification'):
                return ConflictResponse(request)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        return JsonResponse(opaque('answer'))

    def post(self, request, *args, **kwargs):
        effect('db-write', 'ManagePhoneView')
        return JsonResponse(opaque('answer'))


class ReauthenticateView(AuthenticatedAPIView):
    def post(self, request, *args, **kwargs):
        effect('db-write', 'ReauthenticateView')
        return JsonResponse(opaque('answer'))
