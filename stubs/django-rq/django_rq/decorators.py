"""`@job` gives the function back; `delay` runs it in another process."""
from _unlatched import opaque


def job(func_or_queue, *args, **kwargs):
    def decorate(func):
        func.delay = opaque('background job')
        return func

    return decorate(func_or_queue) if callable(func_or_queue) else decorate
