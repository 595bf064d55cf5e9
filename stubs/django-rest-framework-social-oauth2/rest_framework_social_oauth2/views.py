"""Tokens of this server for who shows credentials, or the token of a service, in the body."""
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt

from _unlatched import effect, opaque, world
from oauth2_provider.contrib.rest_framework import OAuth2Authentication
from oauth2_provider.models import AccessToken, Application
from oauth2_provider.settings import oauth2_settings
from oauth2_provider.views.mixins import OAuthLibMixin
from rest_framework import permissions
from rest_framework.decorators import api_view, authentication_classes, permission_classes
from rest_framework.response import Response
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
    permission_classes = (permissions.AllowAny,)

    def post(self, request, *args, **kwargs):
        return _unlatched_token_response(self, request)


class ConvertTokenView(CsrfExemptMixin, OAuthLibMixin, APIView):
    permission_classes = (permissions.AllowAny,)

    def post(self, request, *args, **kwargs):
        """Without the token of a service, and a client that is known, there is none of this server."""
        if world('the service knows the token'):
            effect('token', 'a token is made')
            return Response(data=opaque('token'), status=200)
        return Response(data={'access_denied': 'the token is not valid'}, status=400)


class RevokeTokenView(CsrfExemptMixin, OAuthLibMixin, APIView):
    server_class = oauth2_settings.OAUTH2_SERVER_CLASS
    oauthlib_backend_class = oauth2_settings.OAUTH2_BACKEND_CLASS
    permission_classes = (permissions.AllowAny,)

    def post(self, request, *args, **kwargs):
        _, _, body, status = self.create_revocation_response(request._request)
        return Response(data=body or '', status=status)


@api_view(['POST'])
@authentication_classes([OAuth2Authentication])
@permission_classes([permissions.IsAuthenticated])
def invalidate_sessions(request, *args, **kwargs):
    application = Application.objects.filter(client_id=request.data.get('client_id')).first()
    if application is None:
        return Response({'detail': 'there is no such application'}, status=400)
    AccessToken.objects.filter(user=request.user, application=application).delete()
    return Response({}, status=204)


class DisconnectBackendView(APIView):
    permission_classes = (permissions.IsAuthenticated,)

    def get_object(self, queryset=None):
        return self.request.user

    def post(self, request, *args, **kwargs):
        effect('db-write', 'a connection to a service is removed')
        return Response(status=204)
