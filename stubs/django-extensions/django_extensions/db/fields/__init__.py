from django.db import models

from _unlatched import opaque


class AutoSlugField(models.SlugField):
    pass


class RandomCharField(models.CharField):
    pass


class CreationDateTimeField(models.DateTimeField):
    pass


class ModificationDateTimeField(CreationDateTimeField):
    pass


class ShortUUIDField(models.CharField):
    pass


def __getattr__(name):
    return opaque('django_extensions.db.fields.' + name)
