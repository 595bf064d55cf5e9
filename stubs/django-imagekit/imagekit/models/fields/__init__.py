from django.db import models

from _unlatched import opaque


class SpecHostField:
    pass


class ImageSpecField(SpecHostField):
    """No column: a picture that is made of the one in another field."""

    def __init__(self, *args, **kwargs):
        pass

    def __get__(self, instance, owner=None):
        return self if instance is None else opaque('picture in another size')


class ProcessedImageField(models.ImageField, SpecHostField):
    def __init__(self, processors=None, format=None, options=None, verbose_name=None, name=None, *args, **kwargs):
        for other in ('width_field', 'height_field', 'autoconvert', 'spec', 'spec_id'):
            kwargs.pop(other, None)
        super().__init__(verbose_name, name, **kwargs)


def __getattr__(name):
    return opaque('imagekit.models.fields.' + name)
