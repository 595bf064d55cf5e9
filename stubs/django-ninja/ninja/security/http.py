"""The scheme is compared without case; the token is passed on as it stands."""
import base64

from ninja.security.base import AuthBase


class HttpAuthBase(AuthBase):
    openapi_type = 'http'


class HttpBearer(HttpAuthBase):
    openapi_scheme = 'bearer'
    header = 'Authorization'

    def __call__(self, request):
        auth_value = request.headers.get(self.header)
        if not auth_value:
            return None
        parts = auth_value.split(' ')
        if parts[0].lower() != self.openapi_scheme:
            return None
        return self.authenticate(request, ' '.join(parts[1:]))

    def authenticate(self, request, token):
        pass


class DecodeError(Exception):
    pass


class HttpBasicAuth(HttpAuthBase):
    openapi_scheme = 'basic'
    header = 'Authorization'

    def __call__(self, request):
        auth_value = request.headers.get(self.header)
        if not auth_value:
            return None
        try:
            username, password = self.decode_authorization(auth_value)
        except DecodeError:
            return None
        return self.authenticate(request, username, password)

    def authenticate(self, request, username, password):
        pass

    def decode_authorization(self, value):
        parts = value.split(' ')
        if len(parts) == 1:
            encoded = parts[0]
        elif len(parts) == 2 and parts[0].lower() == 'basic':
            encoded = parts[1]
        else:
            raise DecodeError('Invalid Authorization header')
        try:
            username, password = base64.b64decode(encoded).decode().split(':', 1)
            return (username, password)
        except Exception as error:
            raise DecodeError('Invalid Authorization header') from error
