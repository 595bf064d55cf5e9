"""JWT from the header or, without a header, from a cookie; CSRF is off unless it is asked for."""
from dj_rest_auth.app_settings import api_settings
from rest_framework import exceptions, serializers
from rest_framework.authentication import CSRFCheck
from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.serializers import TokenRefreshSerializer


def set_jwt_access_cookie(response, access_token):
    if api_settings.JWT_AUTH_COOKIE:
        response.set_cookie(api_settings.JWT_AUTH_COOKIE, access_token)


def set_jwt_refresh_cookie(response, refresh_token):
    if api_settings.JWT_AUTH_REFRESH_COOKIE:
        response.set_cookie(api_settings.JWT_AUTH_REFRESH_COOKIE, refresh_token)


def set_jwt_cookies(response, access_token, refresh_token):
    set_jwt_access_cookie(response, access_token)
    set_jwt_refresh_cookie(response, refresh_token)


def unset_jwt_cookies(response):
    pass


class CookieTokenRefreshSerializer(TokenRefreshSerializer):
    refresh = serializers.CharField(required=False)

    def extract_refresh_token(self):
        request = self.context['request']
        if 'refresh' in request.data and request.data['refresh'] != '':
            return request.data['refresh']
        cookie_name = api_settings.JWT_AUTH_REFRESH_COOKIE
        if cookie_name and cookie_name in request.COOKIES:
            return request.COOKIES.get(cookie_name)
        from rest_framework_simplejwt.exceptions import InvalidToken

        raise InvalidToken('No valid refresh token found.')

    def validate(self, attrs):
        attrs['refresh'] = self.extract_refresh_token()
        return super().validate(attrs)


def get_refresh_view():
    from rest_framework_simplejwt.views import TokenRefreshView

    class RefreshViewWithCookieSupport(TokenRefreshView):
        serializer_class = CookieTokenRefreshSerializer

    return RefreshViewWithCookieSupport


class JWTCookieAuthentication(JWTAuthentication):
    def enforce_csrf(self, request):
        def no_response(request):
            return None

        check = CSRFCheck(no_response)
        check.process_request(request)
        reason = check.process_view(request, None, (), {})
        if reason:
            raise exceptions.PermissionDenied(f'CSRF Failed: {reason}')

    def authenticate(self, request):
        cookie_name = api_settings.JWT_AUTH_COOKIE
        header = self.get_header(request)
        if header is not None:
            raw_token = self.get_raw_token(header)
        elif cookie_name:
            raw_token = request.COOKIES.get(cookie_name)
            if api_settings.JWT_AUTH_COOKIE_ENFORCE_CSRF_ON_UNAUTHENTICATED:
                self.enforce_csrf(request)
            elif raw_token is not None and api_settings.JWT_AUTH_COOKIE_USE_CSRF:
                self.enforce_csrf(request)
        else:
            return None
        if raw_token is None:
            return None
        validated_token = self.get_validated_token(raw_token)
        return (self.get_user(validated_token), validated_token)
