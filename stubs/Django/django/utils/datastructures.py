"""Containers."""
from _unlatched import opaque


class OrderedSet:
    def __init__(self, iterable=None):
        self.dict = dict.fromkeys(iterable or ())

    def add(self, item):
        self.dict[item] = None

    def remove(self, item):
        del self.dict[item]

    def discard(self, item):
        self.dict.pop(item, None)

    def __iter__(self):
        return iter(self.dict)

    def __contains__(self, item):
        return item in self.dict

    def __bool__(self):
        return bool(self.dict)

    def __len__(self):
        return len(self.dict)


class MultiValueDictKeyError(KeyError):
    pass


class MultiValueDict(dict):
    def __getitem__(self, key):
        if key not in self:
            raise MultiValueDictKeyError(key)
        values = super().__getitem__(key)
        return values[-1] if values else []

    def __setitem__(self, key, value):
        super().__setitem__(key, [value])

    def get(self, key, default=None):
        if key not in self:
            return default
        value = self[key]
        return default if value == [] else value

    def getlist(self, key, default=None):
        if key not in self:
            return [] if default is None else default
        return list(super().__getitem__(key))

    def setlist(self, key, list_):
        super().__setitem__(key, list_)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def appendlist(self, key, value):
        self.setlist(key, self.getlist(key) + [value])

    def items(self):
        return [(key, self[key]) for key in self]

    def lists(self):
        return [(key, self.getlist(key)) for key in self]

    def values(self):
        return [self[key] for key in self]

    def copy(self):
        return self.__class__(self.lists())

    def update(self, *args, **kwargs):
        for source in [*args, kwargs]:
            for key, value in source.items():
                self.appendlist(key, value)

    def dict(self):
        return {key: self[key] for key in self}

    setlistdefault = opaque("left out of MultiValueDict")


class ImmutableList(tuple):
    append = complain = extend = insert = pop = remove = reverse = sort = opaque("left out of ImmutableList")


class CaseInsensitiveMapping:
    def __init__(self, data):
        self._store = {key.lower(): (key, value) for key, value in (data.items() if hasattr(data, "items") else data)}

    def __getitem__(self, key):
        return self._store[key.lower()][1]

    def __contains__(self, key):
        return key.lower() in self._store

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(self._store)

    def __iter__(self):
        return iter([entry[0] for entry in self._store.values()])

    def items(self):
        return list(self._store.values())

    def copy(self):
        return self
