from django.contrib.contenttypes.models import ContentType
from django.db import models

from polymorphic.managers import PolymorphicManager


class PolymorphicTypeUndefined(LookupError):
    pass


class PolymorphicTypeInvalid(RuntimeError):
    pass


class PolymorphicModel(models.Model):
    polymorphic_internal_model_fields = ['polymorphic_ctype']
    polymorphic_ctype = models.ForeignKey(ContentType, null=True, editable=False, on_delete=models.CASCADE, related_name='polymorphic_%(app_label)s.%(class)s_set+')
    objects = PolymorphicManager()

    class Meta:
        abstract = True

    def get_real_instance_class(self):
        return self.__class__

    def get_real_instance(self):
        return self
