"""The database of the deployment."""
from _unlatched import opaque

DEFAULT_ENV = 'DATABASE_URL'


class ParseError(ValueError):
    pass


class UnknownSchemeError(ValueError):
    pass


def config(env=DEFAULT_ENV, *args, **kwargs):
    return {'ENGINE': opaque('database engine')}


def parse(url, *args, **kwargs):
    return {'ENGINE': opaque('database engine')}


def __getattr__(name):
    return opaque('dj_database_url.' + name)
