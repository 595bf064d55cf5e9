"""What an app shows to Google; no request of the API comes near it."""
from _unlatched import opaque


class Base:
    def get_access_token(self):
        return opaque('an access token for Google')

    def get_credential(self):
        raise NotImplementedError


class Certificate(Base):
    def __init__(self, cert):
        self._cert = cert

    def get_credential(self):
        return opaque('a service account')


class ApplicationDefault(Base):
    def __init__(self):
        pass

    def get_credential(self):
        return opaque('the default credential')


class RefreshToken(Base):
    def __init__(self, refresh_token):
        self._refresh_token = refresh_token

    def get_credential(self):
        return opaque('a credential')
