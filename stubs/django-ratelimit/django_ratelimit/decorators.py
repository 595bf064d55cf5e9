"""The probes send few requests. A limit that does not block only leaves a word for the handler."""
from functools import wraps

from _unlatched import counts_attempts, world
from django.conf import settings


def ratelimit(group=None, key=None, rate=None, method=(None,), block=True):
    def decorator(fn):
        @wraps(fn)
        def _wrapped(request, *args, **kw):
            methods = [method] if isinstance(method, str) else method
            counted = getattr(settings, 'RATELIMIT_ENABLE', True) and (request.method in methods or None in methods)
            request.limited = getattr(request, 'limited', False)
            if counted and block:
                counts_attempts('django-ratelimit', rate, _unlatched_key(key))
            elif counted:
                request.limited = world('whether the caller has sent too many requests')
            return fn(request, *args, **kw)

        return _wrapped

    return decorator


def _unlatched_key(key):
    """A header is what the caller writes into it."""
    return 'forwarded address' if isinstance(key, str) and key.startswith('header:') else 'own'
