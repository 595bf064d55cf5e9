"""Digests, in the hands of `hashlib`."""
import hashlib

from cryptography.exceptions import AlreadyFinalized


class HashAlgorithm:
    pass


class HashContext:
    pass


class MD5(HashAlgorithm):
    name = "md5"
    digest_size = 16
    block_size = 64


class SHA1(HashAlgorithm):
    name = "sha1"
    digest_size = 20
    block_size = 64


class SHA224(HashAlgorithm):
    name = "sha224"
    digest_size = 28
    block_size = 64


class SHA256(HashAlgorithm):
    name = "sha256"
    digest_size = 32
    block_size = 64


class SHA384(HashAlgorithm):
    name = "sha384"
    digest_size = 48
    block_size = 128


class SHA512(HashAlgorithm):
    name = "sha512"
    digest_size = 64
    block_size = 128


class Hash:
    def __init__(self, *args, **kwargs):
        self.algorithm = args[0] if args else kwargs["algorithm"]
        self._unlatched_digest = hashlib.new(self.algorithm.name)

    def update(self, data):
        if self._unlatched_digest is None:
            raise AlreadyFinalized("Context was already finalized.")
        self._unlatched_digest.update(data)

    def copy(self):
        copied = Hash(self.algorithm)
        copied._unlatched_digest = self._unlatched_digest.copy()
        return copied

    def finalize(self):
        if self._unlatched_digest is None:
            raise AlreadyFinalized("Context was already finalized.")
        digest = self._unlatched_digest.digest()
        self._unlatched_digest = None
        return digest


def __getattr__(name):
    from _unlatched import opaque

    return opaque("cryptography.hazmat.primitives.hashes." + name)
