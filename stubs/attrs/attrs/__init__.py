"""The newer names of attrs (attrs/__init__.py)."""
from attr import NOTHING, Attribute, Factory, asdict, define, evolve, field, frozen, has, mutable
