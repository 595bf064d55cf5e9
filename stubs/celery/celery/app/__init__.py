from celery.app.base import Celery, _unlatched_decorate


def shared_task(*args, **kwargs):
    return _unlatched_decorate(args, kwargs)
