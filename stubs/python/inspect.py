"""Questions about objects."""
from types import FunctionType, MethodType, ModuleType

from _unlatched import opaque


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return isinstance(object, FunctionType)


def ismethod(object):
    return isinstance(object, MethodType)


def ismodule(object):
    return isinstance(object, ModuleType)


def isroutine(object):
    return isfunction(object) or ismethod(object)


def iscoroutinefunction(obj):
    return False


isawaitable = iscoroutine = isgeneratorfunction = isgenerator = isabstract = iscoroutinefunction


def getmembers(object, predicate=None):
    found = []
    for name in dir(object):
        value = getattr(object, name, None)
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__"):
        func = func.__wrapped__
    return func


def getmro(cls):
    return cls.__mro__


def getdoc(object):
    return getattr(object, "__doc__", None)


def cleandoc(doc):
    return doc


def getmodule(object):
    return opaque("inspect.getmodule")


def signature(obj, **kwargs):
    return opaque("inspect.signature")


def __getattr__(name):
    return opaque("inspect." + name)
