"""Limits by address: the probes stay below them."""


def clear(request, *args, **kwargs):
    return None


def consume(request, *args, **kwargs):
    return True


def consume_or_429(request, *args, **kwargs):
    return None
