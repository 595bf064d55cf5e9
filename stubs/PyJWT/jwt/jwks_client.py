"""Keys fetched from a provider: the caller of the API does not have their private halves."""
from _unlatched import secret
from jwt.api_jwk import PyJWK


class PyJWKClient:
    def __init__(self, uri, *args, **kwargs):
        self.uri = uri

    def fetch_data(self):
        return secret('keys of ' + str(self.uri))

    def get_jwk_set(self, refresh=False):
        return secret('keys of ' + str(self.uri))

    def get_signing_keys(self, refresh=False):
        return [self.get_signing_key(None)]

    def get_signing_key(self, kid):
        return PyJWK({'kid': kid, 'alg': 'RS256', 'k': secret('key of a provider')})

    def get_signing_key_from_jwt(self, token):
        from jwt.api_jws import get_unverified_header

        return self.get_signing_key(get_unverified_header(token).get('kid'))
