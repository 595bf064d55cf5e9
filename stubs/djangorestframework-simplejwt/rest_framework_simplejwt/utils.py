"""Time and the revocation claim."""
from _unlatched import opaque


def get_md5_hash_password(password):
    """The upper-case MD5 of the password *hash*; it travels inside every token, so the caller may know only their own."""
    from _unlatched import secret

    return secret('MD5 of the password hash')


def aware_utcnow():
    return opaque('now')


def datetime_to_epoch(dt):
    return opaque('seconds')


def datetime_from_epoch(ts):
    return opaque('time')


def format_lazy(s, *args, **kwargs):
    return s


def __getattr__(name):
    return opaque('rest_framework_simplejwt.utils.' + name)
