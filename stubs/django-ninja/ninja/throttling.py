"""Throttles of operations."""
from _unlatched import counts_attempts, world


class BaseThrottle:
    def allow_request(self, request):
        raise NotImplementedError('.allow_request() must be overridden')

    def get_ident(self, request):
        return world('address of the caller')

    def wait(self):
        return None


class SimpleRateThrottle(BaseThrottle):
    scope = None
    cache_format = 'throttle_%(scope)s_%(ident)s'

    def __init__(self, rate=None):
        self.rate = rate

    def get_cache_key(self, request):
        raise NotImplementedError('.get_cache_key() must be overridden')

    def allow_request(self, request):
        """The probes send few requests."""
        counts_attempts(type(self).__name__, self.rate, "own")
        return True


class AnonRateThrottle(SimpleRateThrottle):
    scope = 'anon'

    def get_cache_key(self, request):
        return None if getattr(request, 'auth', None) is not None else world('throttle key')


class AuthRateThrottle(SimpleRateThrottle):
    scope = 'auth'

    def get_cache_key(self, request):
        return world('throttle key')


class UserRateThrottle(SimpleRateThrottle):
    scope = 'user'

    def get_cache_key(self, request):
        return world('throttle key')
