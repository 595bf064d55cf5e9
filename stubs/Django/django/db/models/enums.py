"""Choices: members are values with a label. Made by `__init_subclass__`, since there are no metaclasses here."""
from _unlatched import has_unknown_base, is_known
from django.utils.functional import classproperty

__all__ = ["Choices", "IntegerChoices", "TextChoices"]


class _UnlatchedChoicesType(type):
    def __call__(cls, value=None, *args, **kwargs):
        """The functional form, `TextChoices("Name", "A B C")`; else a member by its value."""
        names = args[0] if args else kwargs.get("names")
        members = cls.__dict__.get("_unlatched_members")
        if members and is_known(value):
            for member in members:
                if member is value or member.value == value:
                    return member
            if all(is_known(member.value) for member in members) and not cls._unlatched_more:
                raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if names is None or members:
            return super().__call__(value)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        body = {}
        for item in names.items() if isinstance(names, dict) else names:
            if isinstance(item, str):
                body[item] = len(body) + 1 if issubclass(cls, int) else item
            else:
                body[item[0]] = item[1]
        return type(value, (cls,), body)

    def __getitem__(cls, name):
        return cls.__members__[name]

    def __len__(cls):
        return len(cls._unlatched_members)

    @property
    def __members__(cls):
        return {member.name: member for member in cls._unlatched_members}


class Choices(metaclass=_UnlatchedChoicesType):
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        members = []
        # Whether there are members that are not known here.
        cls._unlatched_more = has_unknown_base(cls)
        for name, given in list(vars(cls).items()):
            if name.startswith("_"):
                continue
            if not is_known(given):
                cls._unlatched_more = True
                continue
            if isinstance(given, (classmethod, staticmethod, property)) or callable(given):
                continue
            value, label = given, name.replace("_", " ").title()
            if isinstance(given, tuple) and len(given) > 1 and (not is_known(given[-1]) or isinstance(given[-1], str)):
                value, label = (given[0] if len(given) == 2 else given[:-1]), given[-1]
            member = cls(value)
            member.name = member._name_ = name
            member.value = member._value_ = value
            member.label = label
            setattr(cls, name, member)
            members.append(member)
        cls._unlatched_members = members

    @classmethod
    def __class_iter__(cls):
        return list(cls._unlatched_members)

    @classproperty
    def choices(cls):
        empty = [(None, cls.__empty__)] if hasattr(cls, "__empty__") else []
        return empty + [(member.value, member.label) for member in cls._unlatched_members]

    @classproperty
    def values(cls):
        return [value for value, label in cls.choices]

    @classproperty
    def labels(cls):
        return [label for value, label in cls.choices]

    @classproperty
    def names(cls):
        return (["__empty__"] if hasattr(cls, "__empty__") else []) + [member.name for member in cls._unlatched_members]


class IntegerChoices(int, Choices):
    pass


class TextChoices(str, Choices):
    pass
