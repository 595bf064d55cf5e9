"""Calls from one world into the other: a wrapped function gives a coroutine, which does nothing until it is awaited."""
from inspect import _unlatched_mark as markcoroutinefunction, iscoroutinefunction  # noqa: F401

from _unlatched import awaited, opaque


def sync_to_async(func=None, *, thread_sensitive=True, executor=None, context=None):
    if func is None:
        return lambda f: sync_to_async(f, thread_sensitive=thread_sensitive, executor=executor, context=context)

    async def call(*args, **kwargs):
        return func(*args, **kwargs)

    call.__wrapped__ = func
    return call


def async_to_sync(awaitable=None, *, force_new_loop=False):
    if awaitable is None:
        return lambda f: async_to_sync(f, force_new_loop=force_new_loop)

    def call(*args, **kwargs):
        return awaited(awaitable(*args, **kwargs))

    call.__wrapped__ = awaitable
    return call


def __getattr__(name):
    return opaque("asgiref.sync." + name)
