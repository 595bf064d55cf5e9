from rest_framework.throttling import ScopedRateThrottle


class OptInScopedRateThrottle(ScopedRateThrottle):
    """Counts only where the settings have a rate for its scope."""

    scope_attr = 'drfso2_throttle_scope'

    def get_rate(self):
        return self.THROTTLE_RATES.get(self.scope)
