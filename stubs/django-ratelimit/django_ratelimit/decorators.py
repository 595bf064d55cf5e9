"""The probes send few requests."""
from functools import wraps


def ratelimit(group=None, key=None, rate=None, *args, **kwargs):
    def decorator(fn):
        @wraps(fn)
        def _wrapped(request, *args, **kw):
            request.limited = getattr(request, 'limited', False)
            return fn(request, *args, **kw)

        return _wrapped

    return decorator
