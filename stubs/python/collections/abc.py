"""Abstract containers; `isinstance` follows the built-in types by name only."""
from typing import _UnlatchedForm


class Iterable:
    pass


class Mapping:
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
    pass


class Sequence:
    pass


Iterator = Collection = Container = Generator = Awaitable = Coroutine = Sized = Iterable
AsyncIterator = AsyncIterable = AsyncGenerator = Hashable = Iterable
MutableSequence = Sequence
Set = MutableSet = KeysView = ValuesView = ItemsView = MappingView = Buffer = ByteString = Reversible = Sequence
Callable = _UnlatchedForm()
