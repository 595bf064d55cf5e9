"""django-rq: background jobs, and their pages for staff."""
from _unlatched import opaque
from django_rq.decorators import job  # noqa: F401


def enqueue(func, *args, **kwargs):
    return opaque('background job')


def __getattr__(name):
    return opaque('django_rq.' + name)
