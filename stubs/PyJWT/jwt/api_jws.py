"""Signatures: whether one holds is the interpreter's knowledge of the token, the key and the allowed algorithms."""
from _unlatched import jwt_header, jwt_payload, jwt_verify, opaque, secret
from jwt.exceptions import DecodeError, InvalidAlgorithmError, InvalidKeyError, InvalidSignatureError


def _unlatched_check_signature(token, key, algorithms):
    from jwt.api_jwk import PyJWK

    if isinstance(key, PyJWK):
        algorithms = algorithms or [key.algorithm_name]
        key = key.key
    if not algorithms:
        raise DecodeError('It is required that you pass in a value for the "algorithms" argument when calling decode().')
    outcome = jwt_verify(token, key, algorithms)
    if outcome == 'malformed':
        raise DecodeError('Not enough segments')
    if outcome == 'bad-algorithm':
        raise InvalidAlgorithmError('The specified alg value is not allowed')
    if outcome == 'no-key':
        raise InvalidKeyError('No key to verify with')
    if outcome != 'ok':
        raise InvalidSignatureError('Signature verification failed')


class PyJWS:
    header_typ = 'JWT'

    def __init__(self, algorithms=None, options=None):
        self.options = options or {'verify_signature': True}

    def encode(self, payload, key, *args, **kwargs):
        return secret('signed token')

    def decode_complete(self, jwt, key='', algorithms=None, options=None, *args, **kwargs):
        if (options or self.options).get('verify_signature', True):
            _unlatched_check_signature(jwt, key, algorithms)
        payload = jwt_payload(jwt)
        if payload is None:
            raise DecodeError('Not enough segments')
        return {'header': jwt_header(jwt), 'payload': payload, 'signature': opaque('signature bytes')}

    def decode(self, jwt, key='', algorithms=None, options=None, *args, **kwargs):
        return self.decode_complete(jwt, key, algorithms, options)['payload']

    def get_unverified_header(self, jwt):
        header = jwt_header(jwt)
        if header is None:
            raise DecodeError('Not enough segments')
        return header

    def get_algorithm_by_name(self, alg_name):
        return opaque('signing algorithm')

    def get_algorithms(self):
        return opaque('signing algorithms')

    def register_algorithm(self, alg_id, alg_obj):
        pass

    def unregister_algorithm(self, alg_id):
        pass


_jws_global_obj = PyJWS()
encode = _jws_global_obj.encode
decode_complete = _jws_global_obj.decode_complete
decode = _jws_global_obj.decode
register_algorithm = _jws_global_obj.register_algorithm
unregister_algorithm = _jws_global_obj.unregister_algorithm
get_algorithm_by_name = _jws_global_obj.get_algorithm_by_name
get_unverified_header = _jws_global_obj.get_unverified_header
