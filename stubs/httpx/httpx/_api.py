"""A request in one call."""
from httpx._client import Client


def request(method, url, *args, **kwargs):
    return Client().request(method, url, *args, **kwargs)


def get(url, *args, **kwargs):
    return Client().get(url, *args, **kwargs)


def options(url, *args, **kwargs):
    return Client().options(url, *args, **kwargs)


def head(url, *args, **kwargs):
    return Client().head(url, *args, **kwargs)


def post(url, *args, **kwargs):
    return Client().post(url, *args, **kwargs)


def put(url, *args, **kwargs):
    return Client().put(url, *args, **kwargs)


def patch(url, *args, **kwargs):
    return Client().patch(url, *args, **kwargs)


def delete(url, *args, **kwargs):
    return Client().delete(url, *args, **kwargs)
