from django.db import models
from django.db.models.query import QuerySet

from _unlatched import opaque


class InheritanceQuerySetMixin:
    def select_subclasses(self, *subclasses):
        return self.all()

    def get_subclass(self, *args, **kwargs):
        return self.get(*args, **kwargs)


class InheritanceQuerySet(InheritanceQuerySetMixin, QuerySet):
    pass


class InheritanceManagerMixin:
    def select_subclasses(self, *subclasses):
        return self.get_queryset()

    def get_subclass(self, *args, **kwargs):
        return self.get_queryset().get(*args, **kwargs)


class InheritanceManager(InheritanceManagerMixin, models.Manager):
    pass


class QueryManagerMixin:
    def __init__(self, *args, **kwargs):
        super().__init__()
        self._unlatched_given = (args, kwargs)

    def order_by(self, *args):
        return self

    def get_queryset(self):
        args, kwargs = self._unlatched_given
        return super().get_queryset().filter(*args, **kwargs)


class QueryManager(QueryManagerMixin, models.Manager):
    pass


class SoftDeletableQuerySetMixin:
    def delete(self):
        return self.update(is_removed=True)


class SoftDeletableQuerySet(SoftDeletableQuerySetMixin, QuerySet):
    pass


class SoftDeletableManagerMixin:
    def __init__(self, *args, _emit_deprecation_warnings=False, **kwargs):
        super().__init__(*args, **kwargs)

    def get_queryset(self):
        return super().get_queryset().filter(is_removed=False)


class SoftDeletableManager(SoftDeletableManagerMixin, models.Manager):
    pass


def __getattr__(name):
    return opaque('model_utils.managers.' + name)
