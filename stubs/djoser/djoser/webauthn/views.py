"""The answers of the key are checked by another package: what comes after is not known."""
from _unlatched import opaque
from djoser.webauthn.serializers import WebauthnLoginSerializer, WebauthnSignupSerializer
from rest_framework import status
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView


class SignupRequestView(APIView):
    permission_classes = (AllowAny,)
    serializer_class = WebauthnSignupSerializer

    def post(self, request):
        return Response(opaque('options for the key'))


class SignupView(APIView):
    permission_classes = (AllowAny,)

    def post(self, request, ukey):
        return Response(opaque('new user'), status=status.HTTP_201_CREATED)


class LoginRequestView(APIView):
    permission_classes = (AllowAny,)
    serializer_class = WebauthnLoginSerializer

    def post(self, request):
        return Response(opaque('options for the key'))


class LoginView(APIView):
    permission_classes = (AllowAny,)

    def post(self, request):
        if opaque('the key signed the challenge'):
            return Response(opaque('token'), status=status.HTTP_201_CREATED)
        return Response({}, status=status.HTTP_400_BAD_REQUEST)
