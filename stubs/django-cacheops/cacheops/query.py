from _unlatched import opaque


def cached_as(*samples, timeout=None, extra=None, lock=None, keep_fresh=False):
    return lambda func: func


def cached_view_as(*samples, **kwargs):
    return lambda func: func


def __getattr__(name):
    return opaque('cacheops.query.' + name)
