"""Passwords are compared by the interpreter."""
from _unlatched import DJANGO_VERSION, check_password as _unlatched_check, opaque, secret

UNUSABLE_PASSWORD_PREFIX = "!"
UNUSABLE_PASSWORD_SUFFIX_LENGTH = 40


def is_password_usable(encoded):
    return encoded is None or not encoded.startswith(UNUSABLE_PASSWORD_PREFIX)


def check_password(password, encoded, setter=None, preferred="default"):
    return password is not None and _unlatched_check(password, encoded)


if DJANGO_VERSION >= (5, 0):
    async def acheck_password(password, encoded, setter=None, preferred="default"):
        return check_password(password, encoded, setter, preferred)


def make_password(password, salt=None, hasher="default"):
    if password is None:
        return UNUSABLE_PASSWORD_PREFIX + "unusable"
    return secret("a hashed password")


def get_hashers():
    return [get_hasher()]


def get_hasher(algorithm="default"):
    return PBKDF2PasswordHasher()


def identify_hasher(encoded):
    return PBKDF2PasswordHasher()


def mask_hash(hash, show=6, char="*"):
    return opaque("a masked hash")


class BasePasswordHasher:
    algorithm = None
    library = None
    salt_entropy = 128

    def salt(self):
        return secret("a salt")

    def verify(self, password, encoded):
        return _unlatched_check(password, encoded)

    def encode(self, password, salt):
        return secret("a hashed password")

    def decode(self, encoded):
        return opaque("a decoded hash")

    def safe_summary(self, encoded):
        return {}

    def must_update(self, encoded):
        return False

    def harden_runtime(self, password, encoded):
        pass


class PBKDF2PasswordHasher(BasePasswordHasher):
    algorithm = "pbkdf2_sha256"
    digest = iterations = opaque("left out of PBKDF2PasswordHasher")


class PBKDF2SHA1PasswordHasher(PBKDF2PasswordHasher):
    algorithm = "pbkdf2_sha1"
    digest = opaque("left out of PBKDF2SHA1PasswordHasher")


class Argon2PasswordHasher(BasePasswordHasher):
    algorithm = "argon2"
    library = "argon2"
    memory_cost = parallelism = params = time_cost = opaque("left out of Argon2PasswordHasher")


class BCryptSHA256PasswordHasher(BasePasswordHasher):
    algorithm = "bcrypt_sha256"
    library = ("bcrypt", "bcrypt")
    rounds = 12
    digest = opaque("left out of BCryptSHA256PasswordHasher")


class BCryptPasswordHasher(BCryptSHA256PasswordHasher):
    algorithm = "bcrypt"
    digest = None


class ScryptPasswordHasher(BasePasswordHasher):
    algorithm = "scrypt"
    block_size = maxmem = parallelism = work_factor = opaque("left out of ScryptPasswordHasher")


class MD5PasswordHasher(BasePasswordHasher):
    algorithm = "md5"
