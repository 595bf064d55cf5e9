"""Abstract containers. A class is an instance of one by inheritance, by registration (the built-in types) or by the methods that it has."""

from abc import ABCMeta


class _UnlatchedType(ABCMeta):
    def __instancecheck__(cls, instance):
        if isinstance(instance, cls.__dict__.get('_unlatched_types', ())) or super().__instancecheck__(instance):
            return True
        if cls is Callable:
            return callable(instance)
        if cls is Hashable:
            return not isinstance(instance, (list, dict, set))
        return cls._unlatched_has_methods(type(instance))

    def __subclasscheck__(cls, subclass):
        if issubclass(subclass, cls.__dict__.get('_unlatched_types', ())) or super().__subclasscheck__(subclass):
            return True
        return cls._unlatched_has_methods(subclass)

    def _unlatched_has_methods(cls, other):
        methods = cls.__dict__.get('_unlatched_methods', ())
        return bool(methods) and other.__module__ != 'builtins' and all(hasattr(other, method) for method in methods)


class Hashable(metaclass=_UnlatchedType):
    pass


class Iterable(metaclass=_UnlatchedType):
    _unlatched_types = (str, bytes, list, tuple, dict, set, frozenset)
    _unlatched_methods = ('__iter__',)


class Iterator(Iterable):
    _unlatched_methods = ('__iter__', '__next__')


class Reversible(Iterable):
    _unlatched_types = (list, tuple, dict)
    _unlatched_methods = ('__iter__', '__reversed__')


class Generator(Iterator):
    _unlatched_methods = ('__iter__', '__next__', 'send', 'throw')


class Sized(metaclass=_UnlatchedType):
    _unlatched_types = (str, bytes, list, tuple, dict, set, frozenset)
    _unlatched_methods = ('__len__',)


class Container(metaclass=_UnlatchedType):
    _unlatched_types = (str, bytes, list, tuple, dict, set, frozenset)
    _unlatched_methods = ('__contains__',)


class Callable(metaclass=_UnlatchedType):
    pass


class Collection(Sized, Iterable, Container):
    _unlatched_types = (str, bytes, list, tuple, dict, set, frozenset)
    _unlatched_methods = ('__len__', '__iter__', '__contains__')


class Mapping(Collection):
    _unlatched_types = (dict,)

    def keys(self):
        return list(self)

    def items(self):
        return [(key, self[key]) for key in self]

    def values(self):
        return [self[key] for key in self]

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True


class MutableMapping(Mapping):
    _unlatched_types = (dict,)


class Sequence(Reversible, Collection):
    _unlatched_types = (str, bytes, list, tuple)


class MutableSequence(Sequence):
    _unlatched_types = (list,)


class Set(Collection):
    _unlatched_types = (set, frozenset)


class MutableSet(Set):
    _unlatched_types = (set,)


class ByteString(Sequence):
    _unlatched_types = (bytes,)


class Awaitable(metaclass=_UnlatchedType):
    _unlatched_methods = ('__await__',)


class Coroutine(Awaitable):
    _unlatched_methods = ('__await__', 'send', 'throw', 'close')


class AsyncIterable(metaclass=_UnlatchedType):
    _unlatched_methods = ('__aiter__',)


class AsyncIterator(AsyncIterable):
    _unlatched_methods = ('__anext__', '__aiter__')


class AsyncGenerator(AsyncIterator):
    _unlatched_methods = ('__aiter__', '__anext__', 'asend', 'athrow')


class MappingView(Sized):
    pass


class KeysView(MappingView, Set):
    pass


class ItemsView(MappingView, Set):
    pass


class ValuesView(MappingView, Collection):
    pass
