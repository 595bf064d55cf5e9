"""Tokens of this server for who shows credentials, or the token of a service, in the body."""
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt

from _unlatched import effect, opaque, version_of, world
from drf_social_oauth2.throttling import OptInScopedRateThrottle
from oauth2_provider.models import AccessToken, Application, RefreshToken
from oauth2_provider.settings import oauth2_settings
from oauth2_provider.views.mixins import OAuthLibMixin
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.views import APIView


class CsrfExemptMixin:
    @method_decorator(csrf_exempt)
    def dispatch(self, *args, **kwargs):
        return super().dispatch(*args, **kwargs)


def _unlatched_token_response(view, request):
    _, _, body, status = view.create_token_response(request._request)
    return Response(data=body, status=status)


class TokenView(CsrfExemptMixin, OAuthLibMixin, APIView):
    server_class = oauth2_settings.OAUTH2_SERVER_CLASS
    validator_class = oauth2_settings.OAUTH2_VALIDATOR_CLASS
    oauthlib_backend_class = oauth2_settings.OAUTH2_BACKEND_CLASS
    permission_classes = (AllowAny,)
    throttle_classes = (*api_settings.DEFAULT_THROTTLE_CLASSES, OptInScopedRateThrottle)
    drfso2_throttle_scope = 'drfso2-token'

    def post(self, request, *args, **kwargs):
        return _unlatched_token_response(self, request)


class ConvertTokenView(CsrfExemptMixin, OAuthLibMixin, APIView):
    permission_classes = (AllowAny,)
    throttle_classes = (*api_settings.DEFAULT_THROTTLE_CLASSES, OptInScopedRateThrottle)
    drfso2_throttle_scope = 'drfso2-convert-token'

    def post(self, request, *args, **kwargs):
        """Without the token of a service, and a client that is known, there is none of this server."""
        if world('the service knows the token'):
            effect('token', 'a token is made')
            return Response(data=opaque('token'), status=200)
        return Response(data={'access_denied': 'the token is not valid'}, status=400)


class RevokeTokenView(CsrfExemptMixin, OAuthLibMixin, APIView):
    server_class = oauth2_settings.OAUTH2_SERVER_CLASS
    oauthlib_backend_class = oauth2_settings.OAUTH2_BACKEND_CLASS
    permission_classes = (AllowAny,) if version_of('drf-social-oauth2') < (2, 0, 0) else (IsAuthenticated,)
    throttle_classes = (*api_settings.DEFAULT_THROTTLE_CLASSES, OptInScopedRateThrottle)
    drfso2_throttle_scope = 'drfso2-revoke-token'

    def post(self, request, *args, **kwargs):
        _, _, body, status = self.create_revocation_response(request._request)
        return Response(data=body or '', status=status)


class InvalidateSessions(APIView):
    permission_classes = (IsAuthenticated,)

    def get_object(self):
        return self.request.user

    def post(self, request, *args, **kwargs):
        application = Application.objects.filter(client_id=request.data.get('client_id')).first()
        if application is None:
            return Response({'detail': 'there is no such application'}, status=400)
        AccessToken.objects.filter(user=self.get_object(), application=application).delete()
        return Response(status=204)


class InvalidateRefreshTokens(APIView):
    permission_classes = (IsAuthenticated,)

    def get_object(self):
        return self.request.user

    def post(self, request, *args, **kwargs):
        application = Application.objects.filter(client_id=request.data.get('client_id')).first()
        if application is None:
            return Response({'detail': 'there is no such application'}, status=400)
        RefreshToken.objects.filter(user=self.get_object(), application=application).delete()
        return Response(status=204)


class DisconnectBackendView(APIView):
    permission_classes = (IsAuthenticated,)

    def get_object(self):
        return self.request.user

    def post(self, request, *args, **kwargs):
        effect('db-write', 'a connection to a service is removed')
        return Response(status=204)


def __getattr__(name):
    return opaque('drf_social_oauth2.views.' + name)
