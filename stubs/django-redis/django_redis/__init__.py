"""A cache in Redis, and its raw client."""
from _unlatched import opaque


def get_redis_connection(alias='default', write=True):
    return opaque('client of Redis')
