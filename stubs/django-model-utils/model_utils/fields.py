from django.db import models

from _unlatched import opaque

DEFAULT_CHOICES_NAME = 'STATUS'


class AutoCreatedField(models.DateTimeField):
    pass


class AutoLastModifiedField(AutoCreatedField):
    pass


class StatusField(models.CharField):
    pass


class MonitorField(models.DateTimeField):
    pass


class SplitField(models.TextField):
    pass


class UUIDField(models.UUIDField):
    pass


class UrlsafeTokenField(models.CharField):
    pass


def __getattr__(name):
    return opaque('model_utils.fields.' + name)
