from django.db import models

from polymorphic.query import PolymorphicQuerySet


class PolymorphicManager(models.Manager):
    queryset_class = PolymorphicQuerySet

    def get_queryset(self):
        return self.queryset_class(self.model)

    def instance_of(self, *args):
        return self.all().instance_of(*args)

    def not_instance_of(self, *args):
        return self.all().not_instance_of(*args)

    def non_polymorphic(self):
        return self.all().non_polymorphic()
