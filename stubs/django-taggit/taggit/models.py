from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class NaturalKeyManager(models.Manager):
    def get_by_natural_key(self, *args):
        return self.get(**dict(zip(self.model.natural_key_fields, args)))


class NaturalKeyModel(models.Model):
    class Meta:
        abstract = True

    def natural_key(self):
        return [getattr(self, name) for name in self.natural_key_fields]


class TagBase(NaturalKeyModel):
    name = models.CharField(unique=True, max_length=100)
    slug = models.SlugField(unique=True, max_length=100, allow_unicode=True)
    natural_key_fields = ['name']
    objects = NaturalKeyManager()

    class Meta:
        abstract = True

    def __str__(self):
        return self.name


class Tag(TagBase):
    class Meta:
        app_label = 'taggit'


class ItemBase(NaturalKeyModel):
    objects = NaturalKeyManager()

    class Meta:
        abstract = True


class TaggedItemBase(ItemBase):
    tag = models.ForeignKey(Tag, related_name='%(app_label)s_%(class)s_items', on_delete=models.CASCADE)

    class Meta:
        abstract = True


class CommonGenericTaggedItemBase(ItemBase):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name='%(app_label)s_%(class)s_tagged_items')
    content_object = GenericForeignKey()

    class Meta:
        abstract = True


class GenericTaggedItemBase(CommonGenericTaggedItemBase):
    object_id = models.IntegerField(db_index=True)
    natural_key_fields = ['object_id']

    class Meta:
        abstract = True


class GenericUUIDTaggedItemBase(CommonGenericTaggedItemBase):
    object_id = models.UUIDField(db_index=True)
    natural_key_fields = ['object_id']

    class Meta:
        abstract = True


class TaggedItem(GenericTaggedItemBase, TaggedItemBase):
    class Meta:
        app_label = 'taggit'
