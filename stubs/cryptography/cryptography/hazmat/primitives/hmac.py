"""Keyed digests, in the hands of `hmac`."""
import hmac

from _unlatched import constant_time_compare
from cryptography.exceptions import AlreadyFinalized, InvalidSignature


def _unlatched_key_and_algorithm(key, algorithm, backend=None):
    return key, algorithm


class HMAC:
    def __init__(self, *args, **kwargs):
        key, self.algorithm = _unlatched_key_and_algorithm(*args, **kwargs)
        self._unlatched_digest = hmac.new(key, b"", self.algorithm.name)

    def update(self, data):
        if self._unlatched_digest is None:
            raise AlreadyFinalized("Context was already finalized.")
        self._unlatched_digest.update(data)

    def copy(self):
        copied = HMAC(b"", self.algorithm)
        copied._unlatched_digest = self._unlatched_digest.copy()
        return copied

    def finalize(self):
        if self._unlatched_digest is None:
            raise AlreadyFinalized("Context was already finalized.")
        digest = self._unlatched_digest.digest()
        self._unlatched_digest = None
        return digest

    def verify(self, signature):
        if not constant_time_compare(self.finalize(), signature):
            raise InvalidSignature("Signature did not match digest.")
