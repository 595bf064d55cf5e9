"""Throttles: what they count and for whom. A single request is the first of its kind, so only a rate of zero refuses it."""
import time

from _unlatched import counts_attempts
from django.core.cache import cache as default_cache
from django.core.exceptions import ImproperlyConfigured

from rest_framework.settings import api_settings


class BaseThrottle:
    _unlatched_key = 'own'

    def allow_request(self, request, view):
        raise NotImplementedError('.allow_request() must be overridden')

    def get_ident(self, request):
        """The forwarded address is the caller's choice unless NUM_PROXIES says how many proxies to believe."""
        forwarded = request.META.get('HTTP_X_FORWARDED_FOR')
        remote = request.META.get('REMOTE_ADDR')
        num_proxies = api_settings.NUM_PROXIES
        if num_proxies is not None:
            if num_proxies == 0 or forwarded is None:
                return remote
            addresses = forwarded.split(',')
            return addresses[-min(num_proxies, len(addresses))].strip()
        if forwarded:
            self._unlatched_key = 'forwarded address'
        return ''.join(forwarded.split()) if forwarded else remote

    def wait(self):
        return None


class SimpleRateThrottle(BaseThrottle):
    cache = default_cache
    timer = time.time
    cache_format = 'throttle_%(scope)s_%(ident)s'
    scope = None
    THROTTLE_RATES = api_settings.DEFAULT_THROTTLE_RATES

    def __init__(self):
        if not getattr(self, 'rate', None):
            self.rate = self.get_rate()
        self.num_requests, self.duration = self.parse_rate(self.rate)

    def get_cache_key(self, request, view):
        raise NotImplementedError('.get_cache_key() must be overridden')

    def get_rate(self):
        if not getattr(self, 'scope', None):
            raise ImproperlyConfigured('You must set either `.scope` or `.rate` for the throttle')
        try:
            return self.THROTTLE_RATES[self.scope]
        except KeyError:
            raise ImproperlyConfigured(f"No default throttle rate set for '{self.scope}' scope")

    def parse_rate(self, rate):
        if rate is None:
            return (None, None)
        num, period = rate.split('/')
        return (int(num), {'s': 1, 'm': 60, 'h': 3600, 'd': 86400}[period[0]])

    def allow_request(self, request, view):
        if self.rate is None:
            return True
        self.key = self.get_cache_key(request, view)
        if self.key is None:
            return True
        self.history = []
        self.now = 0
        if self.num_requests == 0:
            return self.throttle_failure()
        return self.throttle_success()

    def throttle_success(self):
        counts_attempts(type(self).__name__, self.rate, self._unlatched_key)
        return True

    def throttle_failure(self):
        return False

    def wait(self):
        return self.duration

    def _unlatched_address(self):
        if type(self).get_ident is not BaseThrottle.get_ident:
            return 'own'
        return 'forwarded address' if api_settings.NUM_PROXIES is None else 'address'


class AnonRateThrottle(SimpleRateThrottle):
    """Passes everybody by who is logged in."""

    scope = 'anon'

    def get_cache_key(self, request, view):
        if request.user and request.user.is_authenticated:
            return None
        self._unlatched_key = self._unlatched_address() + ' of the anonymous'
        return f'throttle_{self.scope}_anonymous'


class UserRateThrottle(SimpleRateThrottle):
    scope = 'user'

    def get_cache_key(self, request, view):
        self._unlatched_key = self._unlatched_address()
        return f'throttle_{self.scope}'


class ScopedRateThrottle(SimpleRateThrottle):
    """Does nothing on a view without `throttle_scope`."""

    scope_attr = 'throttle_scope'

    def __init__(self):
        pass

    def allow_request(self, request, view):
        self.scope = getattr(view, self.scope_attr, None)
        if not self.scope:
            return True
        self.rate = self.get_rate()
        self.num_requests, self.duration = self.parse_rate(self.rate)
        return super().allow_request(request, view)

    def get_cache_key(self, request, view):
        self._unlatched_key = self._unlatched_address()
        return f'throttle_{self.scope}'
