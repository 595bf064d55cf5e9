from rest_framework.fields import Field, SerializerMethodField

from _unlatched import opaque


class GeometryField(Field):
    def __init__(self, precision=None, remove_duplicates=False, *args, **kwargs):
        self.precision = precision
        kwargs.pop('auto_bbox', None)
        kwargs.pop('transform', None)
        super().__init__(*args, **kwargs)

    def to_representation(self, value):
        return opaque('shape')

    def to_internal_value(self, value):
        return value


class GeometrySerializerMethodField(SerializerMethodField):
    pass


def __getattr__(name):
    return opaque('rest_framework_gis.fields.' + name)
