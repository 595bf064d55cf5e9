"""Decorators and partial application."""

from _unlatched import is_known, update_function

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
    if is_known(wrapped) and not update_function(wrapper, wrapped, assigned):
        for name in assigned:
            if hasattr(wrapped, name):
                setattr(wrapper, name, getattr(wrapped, name))
        for name, value in getattr(wrapped, "__dict__", {}).items():
            setattr(wrapper, name, value)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=("__dict__",)):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


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

        return add if method is None else add(method)

    def wrapper(*args, **kwargs):
        for cls in type(args[0]).__mro__:
            if cls in registry:
                return registry[cls](*args, **kwargs)
        return func(*args, **kwargs)

    wrapper.register = register
    wrapper.registry = registry
    wrapper.__wrapped__ = func
    wrapper.__name__ = func.__name__
    return wrapper


def singledispatchmethod(func):
    func.register = lambda cls, method=None: (lambda f: f) if method is None else method
    return func
