"""Views that hand out, renew, test and revoke tokens: open by design."""
from django.utils.module_loading import import_string

from rest_framework import generics, status
from rest_framework.response import Response
from rest_framework_simplejwt.authentication import AUTH_HEADER_TYPES
from rest_framework_simplejwt.exceptions import InvalidToken, TokenError
from rest_framework_simplejwt.settings import api_settings


class TokenViewBase(generics.GenericAPIView):
    permission_classes = ()
    authentication_classes = ()
    serializer_class = None
    _serializer_class = ''
    www_authenticate_realm = 'api'

    def get_serializer_class(self):
        return self.serializer_class if self.serializer_class else import_string(self._serializer_class)

    def get_authenticate_header(self, request):
        return f'{AUTH_HEADER_TYPES[0]} realm="{self.www_authenticate_realm}"'

    def post(self, request, *args, **kwargs):
        serializer = self.get_serializer(data=request.data)
        try:
            serializer.is_valid(raise_exception=True)
        except TokenError as error:
            raise InvalidToken(str(error))
        return Response(serializer.validated_data, status=status.HTTP_200_OK)


class TokenObtainPairView(TokenViewBase):
    _serializer_class = api_settings.TOKEN_OBTAIN_SERIALIZER


class TokenRefreshView(TokenViewBase):
    _serializer_class = api_settings.TOKEN_REFRESH_SERIALIZER


class TokenObtainSlidingView(TokenViewBase):
    _serializer_class = api_settings.SLIDING_TOKEN_OBTAIN_SERIALIZER


class TokenRefreshSlidingView(TokenViewBase):
    _serializer_class = api_settings.SLIDING_TOKEN_REFRESH_SERIALIZER


class TokenVerifyView(TokenViewBase):
    _serializer_class = api_settings.TOKEN_VERIFY_SERIALIZER


class TokenBlacklistView(TokenViewBase):
    _serializer_class = api_settings.TOKEN_BLACKLIST_SERIALIZER


token_obtain_pair = TokenObtainPairView.as_view()
token_refresh = TokenRefreshView.as_view()
token_obtain_sliding = TokenObtainSlidingView.as_view()
token_refresh_sliding = TokenRefreshSlidingView.as_view()
token_verify = TokenVerifyView.as_view()
token_blacklist = TokenBlacklistView.as_view()
