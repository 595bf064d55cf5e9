from _unlatched import effect, opaque
from django.http import JsonResponse

from allauth.headless.account.views import SignupView
from allauth.headless.base.views import APIView, AuthenticatedAPIView, AuthenticationStageAPIView


class AuthenticateView(AuthenticationStageAPIView):
    def post(self, request, *args, **kwargs):
        effect('db-write', 'AuthenticateView')
        return JsonResponse(opaque('answer'))


class ReauthenticateView(AuthenticatedAPIView):
    def post(self, request, *args, **kwargs):
        effect('db-write', 'ReauthenticateView')
        return JsonResponse(opaque('answer'))


class AuthenticatorsView(AuthenticatedAPIView):
    def get(self, request, *args, **kwargs):
        return JsonResponse(opaque('answer'))


class ManageTOTPView(AuthenticatedAPIView):
    def get(self, request, *args, **kwargs):
        return JsonResponse(opaque('answer'))

    def post(self, request, *args, **kwargs):
        effect('db-write', 'ManageTOTPView')
        return JsonResponse(opaque('answer'))

    def delete(self, request, *args, **kwargs):
        effect('db-write', 'ManageTOTPView')
        return JsonResponse(opaque('answer'))


class ManageRecoveryCodesView(AuthenticatedAPIView):
    def get(self, request, *args, **kwargs):
        return JsonResponse(opaque('answer'))

    def post(self, request, *args, **kwargs):
        effect('db-write', 'ManageRecoveryCodesView')
        return JsonResponse(opaque('answer'))


class ManageWebAuthnView(AuthenticatedAPIView):
    def get(self, request, *args, **kwargs):
        return JsonResponse(opaque('answer'))

    def post(self, request, *args, **kwargs):
        effect('db-write', 'ManageWebAuthnView')
        return JsonResponse(opaque('answer'))

    def put(self, request, *args, **kwargs):
        effect('db-write', 'ManageWebAuthnView')
        return JsonResponse(opaque('answer'))

    def delete(self, request, *args, **kwargs):
        effect('db-write', 'ManageWebAuthnView')
        return JsonResponse(opaque('answer'))


class ReauthenticateWebAuthnView(AuthenticatedAPIView):
    def get(self, request, *args, **kwargs):
        return JsonResponse(opaque('answer'))

    def post(self, request, *args, **kwargs):
        effect('db-write', 'ReauthenticateWebAuthnView')
        return JsonResponse(opaque('answer'))


class AuthenticateWebAuthnView(AuthenticationStageAPIView):
    def get(self, request, *args, **kwargs):
        return JsonResponse(opaque('answer'))

    def post(self, request, *args, **kwargs):
        effect('db-write', 'AuthenticateWebAuthnView')
        return JsonResponse(opaque('answer'))


class LoginWebAuthnView(APIView):
    def get(self, request, *args, **kwargs):
        return JsonResponse(opaque('answer'))

    def post(self, request, *args, **kwargs):
        effect('db-write', 'LoginWebAuthnView')
        return JsonResponse(opaque('answer'))


class SignupWebAuthnView(SignupView):
    def get(self, request, *args, **kwargs):
        return JsonResponse(opaque('answer'))

    def put(self, request, *args, **kwargs):
        effect('db-write', 'SignupWebAuthnView')
        return JsonResponse(opaque('answer'))


class TrustView(AuthenticationStageAPIView):
    def post(self, request, *args, **kwargs):
        effect('db-write', 'TrustView')
        return JsonResponse(opaque('answer'))
