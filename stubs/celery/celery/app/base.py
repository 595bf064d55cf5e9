from _unlatched import is_known, opaque
from celery.app.task import Task


class _unlatched_Task(Task):
    """What a decorator makes of a function; one that is bound gets itself as its first argument."""

    def __init__(self, func, bind=False):
        self.__wrapped__ = func
        self.__name__ = func.__name__
        self.__module__ = func.__module__
        self.name = f'{func.__module__}.{func.__name__}'
        self._unlatched_bind = bind

    def run(self, *args, **kwargs):
        return self.__wrapped__(self, *args, **kwargs) if self._unlatched_bind else self.__wrapped__(*args, **kwargs)


def _unlatched_decorate(args, kwargs):
    def decorate(func):
        return _unlatched_Task(func, kwargs.get('bind', False)) if is_known(func) else func

    return decorate(args[0]) if len(args) == 1 and callable(args[0]) else decorate


class Celery:
    def __init__(self, main=None, *args, **kwargs):
        self.main = main
        self.conf = opaque('configuration of tasks')

    def task(self, *args, **opts):
        return _unlatched_decorate(args, opts)

    def config_from_object(self, obj, *args, **kwargs):
        return None

    def autodiscover_tasks(self, packages=None, *args, **kwargs):
        return None

    def register_task(self, task, **options):
        return task

    def send_task(self, name, args=None, kwargs=None, *rest, **options):
        return opaque('result of a task')

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return opaque('celery.Celery.' + name)
