"""attrs (attr/_make.py, attr/_next_gen.py): `__init__` takes the fields in order; defaults, factories and converters as written."""
from dataclasses import _unlatched_equal


NOTHING = object()


class Factory:
    def __init__(self, factory, takes_self=False):
        self.factory = factory
        self.takes_self = takes_self


class Attribute:
    pass


class _UnlatchedField:
    """What stands in the body of a class (`_CountingAttr`), with its two decorators."""

    def __init__(self, given, converter, alias, init):
        self.given = given
        self.converter = converter
        self.alias = alias
        self.init = init

    def default(self, func):
        self.given = Factory(func, takes_self=True)
        return func

    def validator(self, func):
        return func


def attrib(default=NOTHING, validator=None, repr=True, cmp=None, hash=None, init=True, metadata=None, type=None, converter=None,
           factory=None, kw_only=None, eq=None, order=None, on_setattr=None, alias=None):
    return _UnlatchedField(default if factory is None else Factory(factory), converter, alias, init)


def field(*, default=NOTHING, validator=None, repr=True, hash=None, init=True, metadata=None, type=None, converter=None,
          factory=None, kw_only=None, eq=None, order=None, on_setattr=None, alias=None):
    return _UnlatchedField(default if factory is None else Factory(factory), converter, alias, init)


def _unlatched_fields(cls):
    names = {}
    for base in cls.__mro__[::-1]:
        held = base.__dict__
        for name in held.get("__annotations__", {}):
            names[name] = held.get(name, NOTHING)
        for name, value in held.items():
            if isinstance(value, _UnlatchedField):
                names[name] = value
    return names


def _unlatched_process(cls, eq=None):
    names = _unlatched_fields(cls)

    def __init__(self, *args, **kwargs):
        given = list(args)
        if hasattr(self, "__attrs_pre_init__"):
            self.__attrs_pre_init__()
        for name, made in names.items():
            one = made if isinstance(made, _UnlatchedField) else _UnlatchedField(made, None, None, True)
            plain = one.alias or name.lstrip("_")
            if one.init and plain in kwargs:
                value = kwargs[plain]
            elif one.init and given:
                value = given.pop(0)
            elif isinstance(one.given, Factory):
                value = one.given.factory(self) if one.given.takes_self else one.given.factory()
            elif one.given is not NOTHING:
                value = one.given
            elif one.init:
                raise TypeError(f"__init__() missing 1 required argument: '{plain}'")
            else:
                continue
            if callable(one.converter):
                value = one.converter(value)
            object.__setattr__(self, name, value)
        if hasattr(self, "__attrs_post_init__"):
            self.__attrs_post_init__()

    if "__init__" not in cls.__dict__:
        cls.__init__ = __init__
    if eq is not False and "__eq__" not in cls.__dict__:
        cls.__eq__ = _unlatched_equal(names)
    cls.__attrs_attrs__ = tuple(names)
    return cls


def attrs(maybe_cls=None, these=None, repr_ns=None, repr=None, cmp=None, hash=None, init=None, slots=False, frozen=False,
          weakref_slot=True, str=False, auto_attribs=False, kw_only=False, cache_hash=False, auto_exc=False, eq=None, order=None,
          auto_detect=False, collect_by_mro=False, getstate_setstate=None, on_setattr=None, field_transformer=None, match_args=True,
          unsafe_hash=None, force_kw_only=True):
    def made(cls):
        return cls if init is False else _unlatched_process(cls, eq)

    return made if maybe_cls is None else made(maybe_cls)


def define(maybe_cls=None, *, these=None, repr=None, unsafe_hash=None, hash=None, init=None, slots=True, frozen=False, weakref_slot=True,
           str=False, auto_attribs=None, kw_only=False, cache_hash=False, auto_exc=True, eq=None, order=False, auto_detect=True,
           getstate_setstate=None, on_setattr=None, field_transformer=None, match_args=True, force_kw_only=False):
    return attrs(maybe_cls, init=init, eq=eq)


mutable = define
frozen = define
s = attributes = attrs
ib = attr = attrib


def evolve(*args, **changes):
    inst = args[0]
    values = {name.lstrip("_"): getattr(inst, name) for name in inst.__attrs_attrs__}
    values.update(changes)
    return inst.__class__(**values)


def has(cls):
    return getattr(cls, "__attrs_attrs__", None) is not None


def asdict(inst, recurse=True, filter=None, dict_factory=dict, retain_collection_types=False, value_serializer=None):
    return {name: getattr(inst, name) for name in inst.__attrs_attrs__}
