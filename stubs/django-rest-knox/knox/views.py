"""Log-in needs another authenticator than knox: it uses the default ones."""
from _unlatched import effect
from knox.auth import TokenAuthentication
from knox.models import get_token_model
from knox.settings import knox_settings
from rest_framework import status
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.views import APIView


class LoginView(APIView):
    authentication_classes = api_settings.DEFAULT_AUTHENTICATION_CLASSES
    permission_classes = (IsAuthenticated,)

    def get_context(self):
        return {'request': self.request, 'format': self.format_kwarg, 'view': self}

    def get_token_ttl(self):
        return knox_settings.TOKEN_TTL

    def get_token_prefix(self):
        return knox_settings.TOKEN_PREFIX

    def get_token_limit_per_user(self):
        return knox_settings.TOKEN_LIMIT_PER_USER

    def get_user_serializer_class(self):
        return knox_settings.USER_SERIALIZER

    def get_expiry_datetime_format(self):
        return knox_settings.EXPIRY_DATETIME_FORMAT

    def format_expiry_datetime(self, expiry):
        return expiry

    def create_token(self):
        return get_token_model().objects.create(user=self.request.user, expiry=self.get_token_ttl(), prefix=self.get_token_prefix())

    def get_post_response_data(self, request, token, instance):
        data = {'expiry': self.format_expiry_datetime(instance.expiry), 'token': token}
        serializer_class = self.get_user_serializer_class()
        if serializer_class is not None:
            data['user'] = serializer_class(request.user, context=self.get_context()).data
        return data

    def get_post_response(self, request, token, instance):
        return Response(self.get_post_response_data(request, token, instance))

    def post(self, request, format=None):
        instance, token = self.create_token()
        effect('login', 'knox hands out a token')
        return self.get_post_response(request, token, instance)


class LogoutView(APIView):
    authentication_classes = (TokenAuthentication,)
    permission_classes = (IsAuthenticated,)

    def get_post_response(self, request):
        return Response(None, status=status.HTTP_204_NO_CONTENT)

    def post(self, request, format=None):
        request._auth.delete()
        return self.get_post_response(request)


class LogoutAllView(APIView):
    authentication_classes = (TokenAuthentication,)
    permission_classes = (IsAuthenticated,)

    def get_post_response(self, request):
        return Response(None, status=status.HTTP_204_NO_CONTENT)

    def post(self, request, format=None):
        request.user.auth_token_set.all().delete()
        return self.get_post_response(request)
