from time import time

from _unlatched import is_known
from authlib.jose.errors import ExpiredTokenError, InvalidClaimError, InvalidTokenError, MissingClaimError


class BaseClaims(dict):
    REGISTERED_CLAIMS = []

    def __init__(self, payload, header, options=None, params=None):
        super().__init__()
        self._unlatched_payload = payload
        self.header = header
        self.options = options or {}
        self.params = params or {}

    # The claims of a token are what the token says.
    def __getitem__(self, key):
        return self._unlatched_payload[key]

    def get(self, key, default=None):
        return self._unlatched_payload.get(key, default)

    def __contains__(self, key):
        return key in self._unlatched_payload

    def __getattr__(self, key):
        if key.startswith('_'):
            raise AttributeError(key)
        return self._unlatched_payload.get(key)


class JWTClaims(BaseClaims):
    REGISTERED_CLAIMS = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti']

    def validate(self, now=None, leeway=0):
        """A claim whose value is not known holds."""
        for name, option in self.options.items():
            value = self._unlatched_payload.get(name)
            if not is_known(value):
                continue
            if option.get('essential') and not value:
                raise MissingClaimError(name)
            if value and option.get('value') is not None and value != option['value']:
                raise InvalidClaimError(name)
            if value and option.get('values') is not None and name != 'aud' and value not in option['values']:
                raise InvalidClaimError(name)
        now = now or time()
        expires = self._unlatched_payload.get('exp')
        if is_known(expires) and expires is not None and expires < now - leeway:
            raise ExpiredTokenError()
        begins = self._unlatched_payload.get('nbf')
        if is_known(begins) and begins is not None and begins > now + leeway:
            raise InvalidTokenError()
