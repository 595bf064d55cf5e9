"""Lazy values and cached properties."""
from functools import wraps

from _unlatched import DJANGO_VERSION, remembered

empty = object()


def _unlatched_once(function):
    """For what never changes once the project is loaded."""
    @wraps(function)
    def answer(*args, **kwargs):
        return remembered(function, *args, *kwargs.values())

    return answer


class cached_property:
    name = None

    def __init__(self, func, *args, **kwargs):
        self.real_func = func
        self.func = func
        self.name = func.__name__

    def __get__(self, instance, cls=None):
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.func(instance)
        return value


class classproperty:
    def __init__(self, method=None):
        self.fget = method

    def __get__(self, instance, cls=None):
        return self.fget(cls)

    def getter(self, method):
        self.fget = method
        return self


class Promise:
    pass


def _unlatched_value(value):
    return value._unlatched_cast() if isinstance(value, Promise) and hasattr(value, "_unlatched_cast") else value


def lazy(func, *resultclasses):
    class __proxy__(Promise):
        def __init__(self, args, kw):
            self._args = args
            self._kw = kw

        def _unlatched_cast(self):
            return func(*self._args, **self._kw)

        def __getattr__(self, name):
            return getattr(self._unlatched_cast(), name)

        def __str__(self):
            return str(self._unlatched_cast())

        def __bool__(self):
            return bool(self._unlatched_cast())

        def __len__(self):
            return len(self._unlatched_cast())

        def __iter__(self):
            return iter(self._unlatched_cast())

        def __contains__(self, item):
            return item in self._unlatched_cast()

        def __getitem__(self, key):
            return self._unlatched_cast()[key]

        def __eq__(self, other):
            return self._unlatched_cast() == _unlatched_value(other)

        def __ne__(self, other):
            return self._unlatched_cast() != _unlatched_value(other)

        def __hash__(self):
            return hash(self._unlatched_cast())

        def __add__(self, other):
            return self._unlatched_cast() + other

        def __radd__(self, other):
            return other + self._unlatched_cast()

        def __mod__(self, other):
            return self._unlatched_cast() % other

    @wraps(func)
    def __wrapper__(*args, **kw):
        return __proxy__(args, kw)

    return __wrapper__


def lazystr(text):
    return lazy(str, str)(text)


def keep_lazy(*resultclasses):
    def decorator(func):
        return func

    return decorator


def keep_lazy_text(func):
    return func


def new_method_proxy(func):
    def inner(self, *args):
        if self._wrapped is empty:
            self._setup()
        return func(self._wrapped, *args)

    return inner


class LazyObject:
    _wrapped = None

    def __init__(self):
        self.__dict__["_wrapped"] = empty

    def _setup(self):
        raise NotImplementedError("subclasses of LazyObject must provide a _setup() method")

    def _unlatched_object(self):
        if self.__dict__["_wrapped"] is empty:
            self._setup()
        return self.__dict__["_wrapped"]

    def __getattr__(self, name):
        return getattr(self._unlatched_object(), name)

    def __setattr__(self, name, value):
        if name == "_wrapped":
            self.__dict__["_wrapped"] = value
        else:
            setattr(self._unlatched_object(), name, value)

    def __delattr__(self, name):
        delattr(self._unlatched_object(), name)

    @property
    def __class__(self):
        return self._unlatched_object().__class__

    def __bool__(self):
        return bool(self._unlatched_object())

    def __str__(self):
        return str(self._unlatched_object())

    def __eq__(self, other):
        return self._unlatched_object() == other

    def __ne__(self, other):
        return self._unlatched_object() != other

    def __lt__(self, other):
        return self._unlatched_object() < other

    def __gt__(self, other):
        return self._unlatched_object() > other

    def __hash__(self):
        return hash(self._unlatched_object())

    def __getitem__(self, key):
        return self._unlatched_object()[key]

    def __setitem__(self, key, value):
        self._unlatched_object()[key] = value

    def __delitem__(self, key):
        del self._unlatched_object()[key]

    def __iter__(self):
        return iter(self._unlatched_object())

    def __len__(self):
        return len(self._unlatched_object())

    def __contains__(self, item):
        return item in self._unlatched_object()


class SimpleLazyObject(LazyObject):
    def __init__(self, func):
        self.__dict__["_setupfunc"] = func
        super().__init__()

    def _setup(self):
        self.__dict__["_wrapped"] = self.__dict__["_setupfunc"]()

    def __add__(self, other):
        return self._unlatched_object() + other


def unpickle_lazyobject(wrapped):
    return wrapped


def partition(predicate, values):
    values = list(values)
    return [v for v in values if not predicate(v)], [v for v in values if predicate(v)]


# Gone since Django 3.0.
def curry(_curried_func, *args, **kwargs):
    def _curried(*moreargs, **morekwargs):
        return _curried_func(*args, *moreargs, **{**kwargs, **morekwargs})

    return _curried
