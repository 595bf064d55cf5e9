"""Signature and claims of JSON Web Tokens."""
from datetime import timedelta
from time import time

from _unlatched import is_known, jwt_header, jwt_payload, opaque, secret
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
        """Claims are checked when they are there; only `require`, `audience` and `issuer` make them necessary.

        A claim whose value is not known holds: a valid token is valid now, and a forger writes what is asked for.
        """
        if isinstance(leeway, timedelta):
            leeway = leeway.total_seconds()
        for claim in options['require']:
            value = payload.get(claim)
            if is_known(value) and value is None:
                raise MissingRequiredClaimError(claim)
        now = time()
        for claim in ('iat', 'nbf', 'exp'):
            value = payload.get(claim)
            if not options['verify_' + claim] or not is_known(value) or value is None:
                continue
            if claim == 'exp' and value <= now - leeway:
                raise ExpiredSignatureError('Signature has expired')
            if claim != 'exp' and value > now + leeway:
                raise ImmatureSignatureError('The token is not yet valid')
        if options['verify_iss'] and issuer is not None:
            self._validate_iss(payload, issuer)
        if options['verify_aud']:
            self._validate_aud(payload, audience)
        if options.get('verify_sub', True) and subject is not None:
            value = payload.get('sub')
            if is_known(value) and value is not None and value != subject:
                raise InvalidSubjectError('Invalid subject')

    def _validate_iss(self, payload, issuer):
        claimed = payload.get('iss')
        if not is_known(claimed):
            return
        if claimed is None:
            raise MissingRequiredClaimError('iss')
        if claimed != issuer if isinstance(issuer, str) else claimed not in issuer:
            raise InvalidIssuerError('Invalid issuer')

    def _validate_aud(self, payload, audience, *args, **kwargs):
        claimed = payload.get('aud')
        if not is_known(claimed):
            return
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
