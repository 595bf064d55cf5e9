"""Decorators and partial application."""

from _unlatched import is_known, opaque, update_function

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")


class partial:
    def __init__(self, func, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})


class partialmethod:
    def __init__(self, func, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        func = self.func
        if hasattr(func, "__get__") and instance is not None:
            func = func.__get__(instance, owner)
        return partial(func, *self.args, **self.keywords)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=("__dict__",)):
    return update_function(wrapper, wrapped, assigned) or _unlatched_update_other(wrapper, wrapped, assigned)


def _unlatched_update_other(wrapper, wrapped, assigned):
    if is_known(wrapped):
        for name in assigned:
            if hasattr(wrapped, name):
                setattr(wrapper, name, getattr(wrapped, name))
        for name, value in getattr(wrapped, "__dict__", {}).items():
            setattr(wrapper, name, value)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=("__dict__",)):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.name = func.__name__

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = self.func(instance)
        instance.__dict__[self.name] = value
        return value


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return cache(maxsize)
    return cache


def cache(user_function):
    user_function.cache_clear = lambda: None
    user_function.cache_info = lambda: None
    return user_function


def reduce(function, sequence, *initial):
    items = list(sequence)
    if initial:
        value = initial[0]
    else:
        if not items:
            raise TypeError("reduce() of empty iterable with no initial value")
        value = items.pop(0)
    for item in items:
        value = function(value, item)
    return value


def total_ordering(cls):
    return cls


def cmp_to_key(mycmp):
    class K:
        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

    return K


def singledispatch(func):
    registry = {}

    def register(cls, method=None):
        def add(f):
            registry[cls] = f
            return f

        if method is not None:
            return add(method)
        if isinstance(cls, type):
            return add
        # Used as a plain decorator: the class is the annotation of the first argument, and annotations are not evaluated.
        unread.append(cls)
        return cls

    def dispatch(cls):
        if unread:
            return opaque("functools.singledispatch by annotation")
        for base in cls.__mro__:
            if base in registry:
                return registry[base]
        return func

    def wrapper(*args, **kwargs):
        return dispatch(type(args[0]))(*args, **kwargs)

    unread = []
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper.__wrapped__ = func
    wrapper.__name__ = func.__name__
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, instance, owner=None):
        def method(*args, **kwargs):
            return self.dispatcher.dispatch(type(args[0])).__get__(instance, owner)(*args, **kwargs)

        method.register = self.register
        return method
