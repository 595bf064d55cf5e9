"""Registration is open unless REGISTER_PERMISSION_CLASSES says otherwise."""
from _unlatched import effect, opaque
from dj_rest_auth.app_settings import api_settings
from dj_rest_auth.models import TokenModel
from dj_rest_auth.registration.serializers import (
    ResendEmailVerificationSerializer,
    SocialAccountSerializer,
    SocialConnectSerializer,
    SocialLoginSerializer,
    VerifyEmailSerializer,
)
from dj_rest_auth.views import LoginView
from rest_framework import status
from rest_framework.exceptions import MethodNotAllowed
from rest_framework.generics import CreateAPIView, GenericAPIView, ListAPIView
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView


class RegisterView(CreateAPIView):
    serializer_class = api_settings.REGISTER_SERIALIZER
    permission_classes = api_settings.REGISTER_PERMISSION_CLASSES
    token_model = TokenModel
    throttle_scope = 'dj_rest_auth'

    def dispatch(self, *args, **kwargs):
        return super().dispatch(*args, **kwargs)

    def get_response_data(self, user):
        return opaque('answer to a registration')

    def create(self, request, *args, **kwargs):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        user = self.perform_create(serializer)
        return Response(self.get_response_data(user), status=status.HTTP_201_CREATED)

    def perform_create(self, serializer):
        return serializer.save(self.request)


class VerifyEmailView(APIView):
    permission_classes = (AllowAny,)
    allowed_methods = ('POST', 'OPTIONS', 'HEAD')

    def get_serializer(self, *args, **kwargs):
        return VerifyEmailSerializer(*args, **kwargs)

    def get(self, *args, **kwargs):
        raise MethodNotAllowed('GET')

    def post(self, request, *args, **kwargs):
        self.get_serializer(data=request.data).is_valid(raise_exception=True)
        return Response({'detail': 'ok'}, status=status.HTTP_200_OK)


class ResendEmailVerificationView(CreateAPIView):
    permission_classes = (AllowAny,)
    serializer_class = ResendEmailVerificationSerializer

    def create(self, request, *args, **kwargs):
        self.get_serializer(data=request.data).is_valid(raise_exception=True)
        effect('mail', 'dj-rest-auth mails a confirmation link')
        return Response({'detail': 'ok'}, status=status.HTTP_200_OK)


class SocialLoginView(LoginView):
    serializer_class = SocialLoginSerializer


class SocialConnectView(LoginView):
    serializer_class = SocialConnectSerializer
    permission_classes = (IsAuthenticated,)


class SocialAccountListView(ListAPIView):
    serializer_class = SocialAccountSerializer
    permission_classes = (IsAuthenticated,)

    def get_queryset(self):
        return opaque('social accounts of the user')


class SocialAccountDisconnectView(GenericAPIView):
    serializer_class = SocialConnectSerializer
    permission_classes = (IsAuthenticated,)

    def post(self, request, *args, **kwargs):
        effect('db-write', 'dj-rest-auth disconnects a social account')
        return Response({})
