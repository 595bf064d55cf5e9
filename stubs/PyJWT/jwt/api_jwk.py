"""Keys in JSON form: whoever made them chose them."""
from _unlatched import opaque


class PyJWK:
    def __init__(self, jwk_data, algorithm=None):
        self._jwk_data = jwk_data
        self.algorithm_name = algorithm or jwk_data.get('alg')
        self.key = jwk_data

    @staticmethod
    def from_dict(obj, algorithm=None):
        return PyJWK(obj, algorithm)

    @staticmethod
    def from_json(data, algorithm=None):
        return PyJWK(opaque('JSON web key'), algorithm)

    @property
    def key_id(self):
        return self._jwk_data.get('kid')


class PyJWKSet:
    def __init__(self, keys):
        self.keys = [PyJWK(key) for key in keys]

    @staticmethod
    def from_dict(obj):
        return PyJWKSet(obj.get('keys', []))

    @staticmethod
    def from_json(data):
        return opaque('JSON web key set')
