"""When a task runs."""
from _unlatched import opaque


def __getattr__(name):
    return opaque('celery.schedules.' + name)
