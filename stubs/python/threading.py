"""One thread only."""
from contextlib import AbstractContextManager


class local:
    pass


class Lock(AbstractContextManager):
    def acquire(self, *args, **kwargs):
        return True

    def release(self):
        pass

    def locked(self):
        return False


RLock = Semaphore = BoundedSemaphore = Condition = Lock


class Event:
    def set(self):
        pass

    def clear(self):
        pass

    def is_set(self):
        return False

    def wait(self, timeout=None):
        return False


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        self.name = name
        self.daemon = daemon

    def start(self):
        pass

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def join(self, timeout=None):
        pass

    def is_alive(self):
        return False


class Timer(Thread):
    pass


def current_thread():
    return Thread(name="MainThread")


def get_ident():
    return 1


main_thread = current_thread
