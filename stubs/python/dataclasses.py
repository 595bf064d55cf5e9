"""Dataclasses: `__init__` takes the annotated fields in order; defaults as written."""


class _UnlatchedMissing:
    pass


MISSING = _UnlatchedMissing()
KW_ONLY = _UnlatchedMissing()


class Field:
    def __init__(self, default, default_factory, **kwargs):
        self.default = default
        self.default_factory = default_factory
        self.name = None
        self.metadata = kwargs.get("metadata")


def field(*, default=MISSING, default_factory=MISSING, **kwargs):
    return Field(default, default_factory, **kwargs)


def _unlatched_fields(cls):
    names = {}
    for base in cls.__mro__[::-1]:
        for name in base.__dict__.get("__annotations__", {}):
            names[name] = base.__dict__.get(name, MISSING)
    return names


def _unlatched_equal(names):
    """`__eq__` by the fields; of attrs as well."""

    def __eq__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in names)

    return __eq__


def _unlatched_process(cls, eq=True):
    names = _unlatched_fields(cls)

    def __init__(self, *args, **kwargs):
        for index, (name, default) in enumerate(names.items()):
            if index < len(args):
                value = args[index]
            elif name in kwargs:
                value = kwargs[name]
            elif isinstance(default, Field):
                value = default.default_factory() if default.default_factory is not MISSING else default.default
            elif default is MISSING:
                raise TypeError(f"missing required argument: '{name}'")
            else:
                value = default
            setattr(self, name, value)
        if hasattr(self, "__post_init__"):
            self.__post_init__()

    if "__init__" not in cls.__dict__:
        cls.__init__ = __init__
    if eq and "__eq__" not in cls.__dict__:
        cls.__eq__ = _unlatched_equal(names)
    cls.__dataclass_fields__ = names
    return cls


def dataclass(cls=None, *, eq=True, **kwargs):
    if cls is None:
        return lambda given: _unlatched_process(given, eq)
    return _unlatched_process(cls, eq)


def fields(class_or_instance):
    return [Field(default, MISSING) for default in class_or_instance.__dataclass_fields__.values()]


def asdict(obj, **kwargs):
    return {name: getattr(obj, name) for name in obj.__dataclass_fields__}


def astuple(obj, **kwargs):
    return tuple([getattr(obj, name) for name in obj.__dataclass_fields__])


def replace(obj, **changes):
    return type(obj)(**{name: changes.get(name, getattr(obj, name)) for name in obj.__dataclass_fields__})


def is_dataclass(obj):
    return hasattr(obj, "__dataclass_fields__")
