"""Relational fields: names and inheritance."""
from _unlatched import opaque
from rest_framework.fields import Field


class ObjectValueError(ValueError):
    pass


class ObjectTypeError(TypeError):
    pass


class Hyperlink(str):
    is_hyperlink = True


class PKOnlyObject:
    def __init__(self, pk):
        self.pk = pk


class RelatedField(Field):
    def get_queryset(self):
        return self.queryset


class StringRelatedField(RelatedField):
    pass


class PrimaryKeyRelatedField(RelatedField):
    pass


class HyperlinkedRelatedField(RelatedField):
    lookup_field = 'pk'
    view_name = None


class HyperlinkedIdentityField(HyperlinkedRelatedField):
    pass


class SlugRelatedField(RelatedField):
    pass


class ManyRelatedField(Field):
    pass


def __getattr__(name):
    return opaque('rest_framework.relations.' + name)
