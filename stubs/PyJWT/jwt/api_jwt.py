"""Signature and claims of JSON Web Tokens."""
from datetime import timedelta
from time import time

from _unlatched import jwt_header, jwt_payload, opaque, secret
from jwt.api_jws import PyJWS, _unlatched_check_signature
from jwt.exceptions import (
    DecodeError,
    ExpiredSignatureError,
    ImmatureSignatureError,
    InvalidAudienceError,
    InvalidIssuerError,
    InvalidSubjectError,
    MissingRequiredClaimError,
)


_unlatched_default = opaque('algorithm of the key, or HS256')


class PyJWT:
    def __init__(self, options=None):
        self.options = {**self._get_default_options(), **(options or {})}
        self._jws = PyJWS()

    @staticmethod
    def _get_default_options():
        return {
            'verify_signature': True,
            'verify_exp': True,
            'verify_nbf': True,
            'verify_iat': True,
            'verify_aud': True,
            'verify_iss': True,
            'require': [],
        }

    def encode(self, payload, key, algorithm=_unlatched_default, headers=None, json_encoder=None, sort_headers=True):
        if not isinstance(payload, dict):
            raise TypeError('JWT only supports JSON objects as payloads.')
        return secret('signed token')

    def decode_complete(
        self,
        jwt,
        key='',
        algorithms=None,
        options=None,
        verify=None,
        detached_payload=None,
        audience=None,
        issuer=None,
        subject=None,
        leeway=0,
        **kwargs,
    ):
        # Options given to the constructor never switch the signature check off; those of the call do.
        verify_signature = True if options is None else options.get('verify_signature', True)
        if verify_signature:
            _unlatched_check_signature(jwt, key, algorithms)
        payload = jwt_payload(jwt)
        if payload is None:
            raise DecodeError('Not enough segments')
        merged = self._unlatched_merged(options, verify_signature)
        self._validate_claims(payload, merged, audience=audience, issuer=issuer, subject=subject, leeway=leeway)
        return {'header': jwt_header(jwt), 'payload': payload, 'signature': opaque('signature bytes')}

    def decode(
        self,
        jwt,
        key='',
        algorithms=None,
        options=None,
        verify=None,
        detached_payload=None,
        audience=None,
        subject=None,
        issuer=None,
        leeway=0,
        **kwargs,
    ):
        decoded = self.decode_complete(
            jwt, key, algorithms, options, audience=audience, issuer=issuer, subject=subject, leeway=leeway
        )
        return decoded['payload']

    def _unlatched_merged(self, options, verify_signature):
        """Without the signature check the claim checks are off as well, unless they are named."""
        merged = dict(self.options)
        if not verify_signature:
            for name in ('verify_exp', 'verify_nbf', 'verify_iat', 'verify_aud', 'verify_iss'):
                merged[name] = False
        merged.update(options or {})
        return merged

    def _validate_claims(self, payload, options, audience=None, issuer=None, subject=None, leeway=0):
        """Claims are checked when they are there; only `require`, `audience` and `issuer` make them necessary."""
        if isinstance(leeway, timedelta):
            leeway = leeway.total_seconds()
        for claim in options['require']:
            if payload.get(claim) is None:
                raise MissingRequiredClaimError(claim)
        now = time()
        if options['verify_iat'] and 'iat' in payload and payload['iat'] > now + leeway:
            raise ImmatureSignatureError('The token is not yet valid (iat)')
        if options['verify_nbf'] and 'nbf' in payload and payload['nbf'] > now + leeway:
            raise ImmatureSignatureError('The token is not yet valid (nbf)')
        if options['verify_exp'] and 'exp' in payload and payload['exp'] <= now - leeway:
            raise ExpiredSignatureError('Signature has expired')
        if options['verify_iss'] and issuer is not None:
            if 'iss' not in payload:
                raise MissingRequiredClaimError('iss')
            if payload['iss'] != issuer if isinstance(issuer, str) else payload['iss'] not in issuer:
                raise InvalidIssuerError('Invalid issuer')
        if options['verify_aud']:
            self._validate_aud(payload, audience)
        if options.get('verify_sub', True) and subject is not None and 'sub' in payload and payload['sub'] != subject:
            raise InvalidSubjectError('Invalid subject')

    def _validate_aud(self, payload, audience, *args, **kwargs):
        claimed = payload.get('aud')
        if audience is None:
            if claimed:
                raise InvalidAudienceError('Invalid audience')
            return
        if not claimed:
            raise MissingRequiredClaimError('aud')
        claimed = [claimed] if isinstance(claimed, str) else claimed
        wanted = [audience] if isinstance(audience, str) else audience
        if not any([name in claimed for name in wanted]):
            raise InvalidAudienceError("Audience doesn't match")


_jwt_global_obj = PyJWT()
encode = _jwt_global_obj.encode
decode_complete = _jwt_global_obj.decode_complete
decode = _jwt_global_obj.decode
