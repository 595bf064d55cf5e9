"""Signals call their receivers in the order of registration."""
from _unlatched import DJANGO_VERSION, is_known, opaque

NO_RECEIVERS = object()


class Signal:
    if DJANGO_VERSION < (4,):
        def __init__(self, providing_args=None, use_caching=False):
            """What is sent is named for readers only (3.2, dispatch/dispatcher.py)."""
            self._unlatched_start(use_caching)
    else:
        def __init__(self, use_caching=False):
            self._unlatched_start(use_caching)

    def _unlatched_start(self, use_caching):
        self.receivers = []
        self.use_caching = use_caching
        self.sender_receivers_cache = {}
        self.lock = opaque("the lock of a signal")

    def connect(self, receiver, sender=None, weak=True, dispatch_uid=None):
        for known, known_sender, uid in self.receivers:
            if known is receiver and known_sender is sender:
                return
        self.receivers.append((receiver, sender, dispatch_uid))

    def disconnect(self, receiver=None, sender=None, dispatch_uid=None):
        before = len(self.receivers)
        self.receivers = [
            entry for entry in self.receivers
            if entry[1] is not sender or not (entry[0] is receiver or (dispatch_uid and entry[2] == dispatch_uid))
        ]
        return len(self.receivers) < before

    def has_listeners(self, sender=None):
        return bool(self._live_receivers(sender))

    def send(self, sender, **named):
        return [(receiver, receiver(signal=self, sender=sender, **named)) for receiver in self._unlatched_live(sender)]

    if DJANGO_VERSION >= (5, 0):
        async def asend(self, sender, **named):
            return self.send(sender, **named)

    def send_robust(self, sender, **named):
        responses = []
        for receiver in self._unlatched_live(sender):
            try:
                responses.append((receiver, receiver(signal=self, sender=sender, **named)))
            except Exception as failure:
                responses.append((receiver, failure))
        return responses

    if DJANGO_VERSION >= (5, 0):
        async def asend_robust(self, sender, **named):
            return self.send_robust(sender, **named)

    def _unlatched_live(self, sender):
        live = self._live_receivers(sender)
        return live[0] + live[1] if isinstance(live, tuple) else live

    def _live_receivers(self, sender):
        found = self._unlatched_found(sender)
        return (found, []) if DJANGO_VERSION >= (5, 0) else found

    def _unlatched_found(self, sender):
        return [entry[0] for entry in self.receivers if entry[1] is None or entry[1] is sender]


def receiver(signal, **kwargs):
    def _decorator(func):
        for one in signal if is_known(signal) and isinstance(signal, (list, tuple)) else [signal]:
            if is_known(one):
                one.connect(func, **kwargs)
        return func

    return _decorator
