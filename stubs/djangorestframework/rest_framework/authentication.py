"""DRF's authenticators."""
import base64
import binascii

from django.contrib.auth import authenticate, get_user_model
from django.middleware.csrf import CsrfViewMiddleware

from rest_framework import HTTP_HEADER_ENCODING, exceptions


def get_authorization_header(request):
    auth = request.META.get('HTTP_AUTHORIZATION', b'')
    if isinstance(auth, str):
        auth = auth.encode(HTTP_HEADER_ENCODING)
    return auth


class CSRFCheck(CsrfViewMiddleware):
    def _reject(self, request, reason):
        return reason


class BaseAuthentication:
    def authenticate(self, request):
        raise NotImplementedError('.authenticate() must be overridden.')

    def authenticate_header(self, request):
        """No header: what would be a 401 is answered with 403."""


class BasicAuthentication(BaseAuthentication):
    www_authenticate_realm = 'api'

    def authenticate(self, request):
        auth = get_authorization_header(request).split()
        if not auth or auth[0].lower() != b'basic':
            return None
        if len(auth) != 2:
            raise exceptions.AuthenticationFailed('Invalid basic header.')
        try:
            try:
                decoded = base64.b64decode(auth[1]).decode('utf-8')
            except UnicodeDecodeError:
                decoded = base64.b64decode(auth[1]).decode('latin-1')
            userid, password = decoded.split(':', 1)
        except (TypeError, ValueError, UnicodeDecodeError, binascii.Error):
            raise exceptions.AuthenticationFailed('Invalid basic header.')
        return self.authenticate_credentials(userid, password, request)

    def authenticate_credentials(self, userid, password, request=None):
        user = authenticate(request=request, **{get_user_model().USERNAME_FIELD: userid, 'password': password})
        if user is None:
            raise exceptions.AuthenticationFailed('Invalid username/password.')
        if not user.is_active:
            raise exceptions.AuthenticationFailed('User inactive or deleted.')
        return (user, None)

    def authenticate_header(self, request):
        return f'Basic realm="{self.www_authenticate_realm}"'


class SessionAuthentication(BaseAuthentication):
    """Takes the user that Django's middleware put on the HttpRequest; the only DRF class that checks CSRF."""

    def authenticate(self, request):
        user = getattr(request._request, 'user', None)
        if not user or not user.is_active:
            return None
        self.enforce_csrf(request)
        return (user, None)

    def enforce_csrf(self, request):
        def no_response(request):
            return None

        check = CSRFCheck(no_response)
        check.process_request(request)
        reason = check.process_view(request, None, (), {})
        if reason:
            raise exceptions.PermissionDenied(f'CSRF Failed: {reason}')


class TokenAuthentication(BaseAuthentication):
    """The keyword is compared without case; another keyword is not this class's business."""

    keyword = 'Token'
    model = None

    def get_model(self):
        if self.model is not None:
            return self.model
        from rest_framework.authtoken.models import Token

        return Token

    def authenticate(self, request):
        auth = get_authorization_header(request).split()
        if not auth or auth[0].lower() != self.keyword.lower().encode():
            return None
        if len(auth) != 2:
            raise exceptions.AuthenticationFailed('Invalid token header.')
        try:
            token = auth[1].decode()
        except UnicodeError:
            raise exceptions.AuthenticationFailed('Invalid token header.')
        return self.authenticate_credentials(token)

    def authenticate_credentials(self, key):
        model = self.get_model()
        try:
            token = model.objects.select_related('user').get(key=key)
        except model.DoesNotExist:
            raise exceptions.AuthenticationFailed('Invalid token.')
        if not token.user.is_active:
            raise exceptions.AuthenticationFailed('User inactive or deleted.')
        return (token.user, token)

    def authenticate_header(self, request):
        return self.keyword


class RemoteUserAuthentication(BaseAuthentication):
    """Trusts a name in META; a `header` that starts with HTTP_ is the caller's to set."""

    header = 'REMOTE_USER'

    def authenticate(self, request):
        user = authenticate(request=request, remote_user=request.META.get(self.header))
        if user and user.is_active:
            return (user, None)
