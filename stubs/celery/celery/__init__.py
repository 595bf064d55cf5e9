"""Tasks: what is decorated can be called, and sent away."""
from _unlatched import opaque
from celery.app import Celery, shared_task


def __getattr__(name):
    return opaque('celery.' + name)
