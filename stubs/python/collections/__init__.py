"""Containers."""
from _unlatched import is_known


class OrderedDict(dict):
    def move_to_end(self, key, last=True):
        value = self.pop(key)
        self[key] = value


class defaultdict(dict):
    def __init__(self, default_factory=None, *args, **kwargs):
        self.default_factory = default_factory
        self.update(*args, **kwargs)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        # Under a key that is not known, a constant would only hide what the other keys have.
        if is_known(key) or isinstance(value, (list, dict, set)):
            self[key] = value
        return value


class Counter(dict):
    def __init__(self, iterable=None, **kwargs):
        for item in iterable or []:
            self[item] = self.get(item, 0) + 1

    def __missing__(self, key):
        return 0

    def most_common(self, n=None):
        return sorted(self.items(), key=lambda item: item[1], reverse=True)[:n]


class deque(list):
    def appendleft(self, item):
        self.insert(0, item)

    def popleft(self):
        return self.pop(0)


class ChainMap(dict):
    def __init__(self, *maps):
        for each in maps[::-1]:
            self.update(each)


class UserDict(dict):
    pass


class UserList(list):
    pass


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = list(field_names)
    missing = list(defaults or [])

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        first = len(names) - len(missing)
        for index, name in enumerate(names):
            if index < len(args):
                setattr(self, name, args[index])
            elif name in kwargs:
                setattr(self, name, kwargs[name])
            elif index >= first:
                setattr(self, name, missing[index - first])
            else:
                raise TypeError(f"missing required argument: '{name}'")
        return self

    def _replace(self, **kwargs):
        return type(self)(**{name: kwargs.get(name, getattr(self, name)) for name in names})

    return type(typename, (object,), {
        "_fields": tuple(names),
        "__new__": __new__,
        "__iter__": lambda self: iter([getattr(self, name) for name in names]),
        "__getitem__": lambda self, index: [getattr(self, name) for name in names][index],
        "__len__": lambda self: len(names),
        "__eq__": lambda self, other: list(self) == list(other),
        "_asdict": lambda self: {name: getattr(self, name) for name in names},
        "_replace": _replace,
        "_make": classmethod(lambda cls, iterable: cls(*iterable)),
    })


class UserString(str):
    pass
