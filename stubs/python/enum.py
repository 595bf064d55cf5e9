"""Enumerations: the attributes of a subclass become members with `name` and `value`."""
from _unlatched import known_mro, opaque


class auto:
    pass


def _unlatched_members(cls):
    members = {}
    for base in known_mro(cls)[::-1]:
        members.update(base.__dict__.get("_member_map_", {}))
    return members


def _unlatched_own(cls, name):
    for base in known_mro(cls):
        if base is Enum or base is object:
            return None
        if name in base.__dict__:
            return base.__dict__[name]
    return None


def _unlatched_member(cls, name, value):
    args = value if isinstance(value, tuple) else (value,)
    maker = _unlatched_own(cls, "__new__")
    member = maker(cls, *args) if maker else object.__new__(cls)
    member.name = name
    member._name_ = name
    if maker and hasattr(member, "_value_"):
        value = member._value_
    member.value = value
    member._value_ = value
    initializer = _unlatched_own(cls, "__init__")
    if initializer:
        initializer(member, *args)
        member.value = member.__dict__["_value_"] if member.__dict__["_value_"] is not value else member.value
    return member


class EnumMeta(type):
    def __iter__(cls):
        return iter(list(_unlatched_members(cls).values()))

    def __len__(cls):
        return len(_unlatched_members(cls))

    def __getitem__(cls, name):
        return _unlatched_members(cls)[name]

    def __call__(cls, value=None, *args, **kwargs):
        for member in _unlatched_members(cls).values():
            if member is value or member.value == value:
                return member
        if args or "names" in kwargs:
            return cls._unlatched_made(value, args[0] if args else kwargs["names"])
        raise ValueError(f"{value} is not a valid {cls.__name__}")

    def _unlatched_made(cls, name, names):
        """The functional form: names in one text or a sequence, or pairs with values."""
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        elif isinstance(names, dict):
            names = names.items()
        body = {}
        for item in names:
            if isinstance(item, str):
                body[item] = cls._unlatched_auto(item, len(body) + 1)
            else:
                body[item[0]] = item[1]
        return type(name, (cls,), body)

    @property
    def __members__(cls):
        return _unlatched_members(cls)


EnumType = EnumMeta


class _UnlatchedOfMember:
    """What a member has of its own; asked for behind a property of the same name (`super().name`)."""

    def __init__(self, attribute):
        self.attribute = attribute

    def __get__(self, instance, owner=None):
        if instance is None:
            raise AttributeError(self.attribute)
        return getattr(instance, self.attribute)


class _UnlatchedMember:
    name = _UnlatchedOfMember("_name_")
    value = _UnlatchedOfMember("_value_")


class Enum(_UnlatchedMember, metaclass=EnumMeta):
    def __init_subclass__(cls, **kwargs):
        own = {}
        count = 0
        for name, value in list(cls.__dict__.items()):
            if name.startswith("_") or callable(value) or isinstance(value, (property, classmethod, staticmethod)):
                continue
            if hasattr(value, "__get__"):
                continue
            count += 1
            if isinstance(value, auto):
                value = cls._generate_next_value_(name, 1, count - 1, []) if "_generate_next_value_" in cls.__dict__ else cls._unlatched_auto(name, count)
            own[name] = _unlatched_member(cls, name, value)
        for name, member in own.items():
            setattr(cls, name, member)
        cls._member_map_ = own

    @staticmethod
    def _unlatched_auto(name, count):
        return count

    def __str__(self):
        return f"{type(self).__name__}.{self.name}"

    def __eq__(self, other):
        return self is other


class IntEnum(int, Enum):
    def __bool__(self):
        return bool(self.value)

    def __str__(self):
        return str(self.value)

    def __eq__(self, other):
        return self.value == getattr(other, "value", other)

    def __lt__(self, other):
        return self.value < getattr(other, "value", other)


class StrEnum(str, Enum):
    def __bool__(self):
        return bool(self.value)

    @staticmethod
    def _unlatched_auto(name, count):
        return name.lower()

    def __str__(self):
        return str(self.value)

    def __eq__(self, other):
        return self.value == getattr(other, "value", other)


class _UnlatchedForeign(Enum):
    """Base of the enumerations of libraries that are not there: what a member equals beside members is theirs to say."""

    def __eq__(self, other):
        if self is other:
            return True
        if isinstance(other, Enum):
            return False
        return opaque(f"{self} == {other}")


class Flag(Enum):
    def __bool__(self):
        return bool(self.value)

    def __or__(self, other):
        return self.value | getattr(other, "value", other)

    def __and__(self, other):
        return self.value & getattr(other, "value", other)

    def __xor__(self, other):
        return self.value ^ getattr(other, "value", other)

    def __invert__(self):
        every = 0
        for member in _unlatched_members(type(self)).values():
            every = every | member.value
        return every & ~self.value

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, Flag):
    pass


def unique(enumeration):
    return enumeration


property = property
