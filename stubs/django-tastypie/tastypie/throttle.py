from _unlatched import world


class BaseThrottle:
    def __init__(self, throttle_at=150, timeframe=3600, expiration=None):
        self.throttle_at = throttle_at
        self.timeframe = timeframe

    def should_be_throttled(self, identifier, **kwargs):
        return False

    def accessed(self, identifier, **kwargs):
        return None


class CacheThrottle(BaseThrottle):
    def should_be_throttled(self, identifier, **kwargs):
        return world('the caller asked too often')


class CacheDBThrottle(CacheThrottle):
    pass
