from contextlib import contextmanager

from _unlatched import world


@contextmanager
def scopes_disabled():
    yield


@contextmanager
def scope(**scope_kwargs):
    yield


def get_scope():
    return world('scope of the request')
