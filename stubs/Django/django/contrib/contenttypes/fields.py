"""Relations to any model."""
from _unlatched import DJANGO_VERSION, opaque
from django.db.models.fields.related import ForeignObject
from django.db.models.fields.reverse_related import ForeignObjectRel
from django.db.models.manager import _unlatched_related


class GenericForeignKey:
    many_to_many = False
    many_to_one = True
    one_to_many = False
    one_to_one = False

    def __init__(self, ct_field="content_type", fk_field="object_id", for_concrete_model=True):
        self.for_concrete_model = for_concrete_model
        self.ct_field = ct_field
        self.fk_field = fk_field

    def contribute_to_class(self, cls, name, **kwargs):
        self.name = self.attname = name
        self.model = cls
        cls._meta.add_field(self, private=True)

    def __get__(self, instance, cls=None):
        if instance is None:
            return self
        return instance.__dict__.get(f"_unlatched_{self.name}", opaque("the object of a generic relation"))

    def __set__(self, instance, value):
        instance.__dict__[f"_unlatched_{self.name}"] = value

    get_content_type = get_filter_kwargs_for_object = get_forward_related_filter = opaque("left out of GenericForeignKey")
    get_prefetch_queryset = opaque("left out of GenericForeignKey")
    if DJANGO_VERSION >= (5, 2):
        cache_name = get_attname_column = get_prefetch_querysets = opaque("left out of GenericForeignKey")


class GenericRel(ForeignObjectRel):
    def __init__(self, field, to, related_name=None, related_query_name=None, limit_choices_to=None):
        super().__init__(field, to, related_name=related_query_name or "+", related_query_name=related_query_name)


class _UnlatchedGenericDescriptor:
    def __init__(self, rel):
        self.rel = rel

    def __get__(self, instance, cls=None):
        if instance is None:
            return self
        return _unlatched_related(self.rel.model, [(self.rel.field.object_id_field_name, "exact", instance.pk)], True)


class GenericRelation(ForeignObject):
    auto_created = False
    empty_strings_allowed = False
    many_to_many = False
    many_to_one = False
    one_to_many = True
    one_to_one = False
    rel_class = GenericRel

    def __init__(self, to, object_id_field="object_id", content_type_field="content_type", for_concrete_model=True,
                 related_query_name=None, limit_choices_to=None, **kwargs):
        rel = self.rel_class(self, to, related_query_name=related_query_name, limit_choices_to=limit_choices_to)
        kwargs["null"] = True
        kwargs["blank"] = True
        super().__init__(to, None, from_fields=[object_id_field], to_fields=[], rel=rel, **kwargs)
        self.for_concrete_model = for_concrete_model
        self.object_id_field_name = object_id_field
        self.content_type_field_name = content_type_field

    def contribute_to_class(self, cls, name, **kwargs):
        self.name = self.attname = name
        self.model = cls
        cls._meta.add_field(self, private=True)
        setattr(cls, name, _UnlatchedGenericDescriptor(self.remote_field))

    bulk_related_objects = get_content_type = get_extra_restriction = get_path_info = opaque("left out of GenericRelation")
    get_reverse_path_info = mti_inherited = resolve_related_fields = opaque("left out of GenericRelation")
    set_attributes_from_rel = opaque("left out of GenericRelation")
    if DJANGO_VERSION >= (5, 2):
        get_foreign_related_value = get_local_related_value = opaque("left out of GenericRelation")


def __getattr__(name):
    return opaque("django.contrib.contenttypes.fields." + name)
