"""Transactions: the body runs as it stands."""
from contextlib import ContextDecorator
from functools import wraps

from django.db.utils import ProgrammingError


class TransactionManagementError(ProgrammingError):
    pass


def get_connection(using=None):
    from django.db import connection

    return connection


def get_autocommit(using=None):
    return True


def set_autocommit(autocommit, using=None):
    pass


def commit(using=None):
    pass


def rollback(using=None):
    pass


def savepoint(using=None):
    return "savepoint"


def savepoint_rollback(sid, using=None):
    pass


def savepoint_commit(sid, using=None):
    pass


def clean_savepoints(using=None):
    pass


def get_rollback(using=None):
    return False


def set_rollback(rollback, using=None):
    pass


def on_commit(func, using=None, robust=False):
    """Runs after the answer is decided."""


class Atomic(ContextDecorator):
    def __init__(self, using, savepoint, durable):
        self.using = using
        self.savepoint = savepoint
        self.durable = durable

    def __enter__(self):
        return None

    def __exit__(self, exc_type, exc_value, traceback):
        return None

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            return func(*args, **kwds)

        return inner


def atomic(using=None, savepoint=True, durable=False):
    if callable(using):
        return Atomic(None, savepoint, durable)(using)
    return Atomic(using, savepoint, durable)


def non_atomic_requests(using=None):
    return using if callable(using) else (lambda view: view)
