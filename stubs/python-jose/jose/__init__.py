"""python-jose: an algorithm list of None takes whatever the token says."""
from .exceptions import ExpiredSignatureError, JOSEError, JWSError, JWTError
