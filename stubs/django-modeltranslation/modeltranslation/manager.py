from django.db import models
from django.db.models.query import QuerySet

from _unlatched import opaque


class MultilingualQuerySet(QuerySet):
    def rewrite(self, mode=True):
        return self.all()

    def populate(self, mode='all'):
        return self.all()

    def raw_values(self, *fields, **expressions):
        return self.values(*fields)


class MultilingualQuerysetManager(models.Manager):
    def get_queryset(self):
        return MultilingualQuerySet(self.model)


class MultilingualManager(MultilingualQuerysetManager):
    def rewrite(self, *args, **kwargs):
        return self.all()

    def populate(self, *args, **kwargs):
        return self.all()

    def raw_values(self, *args, **kwargs):
        return self.values(*args)


def __getattr__(name):
    return opaque('modeltranslation.manager.' + name)
