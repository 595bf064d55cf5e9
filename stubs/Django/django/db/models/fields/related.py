"""Relations between models."""
from _unlatched import DJANGO_VERSION, is_known, known_mro, opaque
from django.db.models.deletion import CASCADE
from django.db.models.fields import Field
from django.db.models.fields.related_descriptors import (
    ForeignKeyDeferredAttribute, ForwardManyToOneDescriptor, ForwardOneToOneDescriptor, ManyToManyDescriptor,
    ReverseManyToOneDescriptor, ReverseOneToOneDescriptor, _unlatched_reverse_one,
)
from django.db.models.manager import _unlatched_related
from django.db.models.fields.reverse_related import ForeignObjectRel, ManyToManyRel, ManyToOneRel, OneToOneRel

RECURSIVE_RELATIONSHIP_CONSTANT = "self"

# Relations by the lower name of the model that they point at; by None where that is not known.
_unlatched_known = {}


def _unlatched_relate(field, model):
    """Remember that `model` (of its own or by an abstract parent) holds this relation."""
    _unlatched_known.setdefault(field.remote_field._unlatched_name(), []).append((field, model))


def _unlatched_to(model):
    """Relations that may point at a model or one of its parents, with their holders."""
    found = list(_unlatched_known.get(None, []))
    for klass in known_mro(model):
        found.extend(_unlatched_known.get(klass.__name__.lower(), []))
    return found


def _unlatched_accessor(field, model):
    name = model._meta.model_name
    given = field.remote_field.related_name
    if given and "%(" in given:
        return given.replace("%(class)s", name).replace("%(app_label)s", model._meta.app_label)
    return given or (name if field.one_to_one else f"{name}_set")


def _unlatched_relations_to(model):
    return [field.remote_field for field, owner in _unlatched_to(model) if field.remote_field.model in model.__mro__]


def _unlatched_reverse_by_name(model):
    """The relations that other models declare to this one, with their holders; of two with one name the first. To be asked by `remembered`."""
    found = {}
    for field, owner in _unlatched_to(model):
        if field.remote_field.model in model.__mro__:
            found.setdefault(_unlatched_accessor(field, owner), (field, owner))
    return found


def _unlatched_reverse(instance, name, field, owner):
    """`instance.name` for a relation that another model declares."""
    filters = [(field.name, "exact", instance)]
    if field.one_to_one:
        return _unlatched_reverse_one(owner, filters, name)
    return _unlatched_related(owner, filters, bool(field.many_to_many))


class RelatedField(Field):
    def __init__(self, related_name=None, related_query_name=None, limit_choices_to=None, **kwargs):
        self._related_name = related_name
        self._related_query_name = related_query_name
        self._limit_choices_to = limit_choices_to
        super().__init__(**kwargs)

    @property
    def related_model(self):
        return self.remote_field.model

    def contribute_to_class(self, cls, name, private_only=False, **kwargs):
        super().contribute_to_class(cls, name, private_only=private_only)
        if not cls._meta.abstract:
            _unlatched_relate(self, cls)

    def related_query_name(self):
        return self.remote_field.related_query_name or self.remote_field.related_name or self.model._meta.model_name

    def get_limit_choices_to(self):
        return self.remote_field.limit_choices_to

    @property
    def target_field(self):
        return self.related_model._meta.pk

    do_related_class = get_forward_related_filter = get_reverse_related_filter = opaque("left out of RelatedField")
    set_attributes_from_rel = swappable_setting = opaque("left out of RelatedField")
    if DJANGO_VERSION >= (5, 2):
        cache_name = opaque("left out of RelatedField")


class ForeignObject(RelatedField):
    many_to_many = False
    many_to_one = True
    one_to_many = False
    one_to_one = False
    requires_unique_target = True
    related_accessor_class = ReverseManyToOneDescriptor
    forward_related_accessor_class = ForwardManyToOneDescriptor
    rel_class = ForeignObjectRel

    def __init__(self, to, on_delete, from_fields, to_fields, rel=None, related_name=None, related_query_name=None,
                 limit_choices_to=None, parent_link=False, swappable=True, **kwargs):
        if rel is None:
            rel = self.rel_class(self, to, related_name=related_name, related_query_name=related_query_name,
                                 limit_choices_to=limit_choices_to, parent_link=parent_link, on_delete=on_delete)
        super().__init__(rel=rel, related_name=related_name, related_query_name=related_query_name,
                         limit_choices_to=limit_choices_to, **kwargs)
        self.from_fields = from_fields
        self.to_fields = to_fields
        self.swappable = swappable

    def contribute_to_class(self, cls, name, private_only=False, **kwargs):
        super().contribute_to_class(cls, name, private_only=private_only, **kwargs)
        setattr(cls, self.name, self.forward_related_accessor_class(self))

    class_lookups = contribute_to_related_class = foreign_related_fields = opaque("left out of ForeignObject")
    get_attname_column = get_class_lookups = get_extra_descriptor_filter = opaque("left out of ForeignObject")
    get_extra_restriction = get_foreign_related_value = get_instance_value_for_fields = opaque("left out of ForeignObject")
    get_joining_columns = get_local_related_value = get_path_info = opaque("left out of ForeignObject")
    get_reverse_joining_columns = get_reverse_path_info = local_related_fields = opaque("left out of ForeignObject")
    path_infos = related_fields = resolve_related_fields = reverse_path_infos = opaque("left out of ForeignObject")
    reverse_related_fields = opaque("left out of ForeignObject")
    if DJANGO_VERSION >= (5, 2):
        get_joining_fields = get_reverse_joining_fields = opaque("left out of ForeignObject")


class ForeignKey(ForeignObject):
    descriptor_class = ForeignKeyDeferredAttribute
    empty_strings_allowed = False
    rel_class = ManyToOneRel

    def __init__(self, to, on_delete, related_name=None, related_query_name=None, limit_choices_to=None, parent_link=False,
                 to_field=None, db_constraint=True, **kwargs):
        kwargs.setdefault("db_index", True)
        rel = self.rel_class(self, to, to_field, related_name=related_name, related_query_name=related_query_name,
                             limit_choices_to=limit_choices_to, parent_link=parent_link, on_delete=on_delete)
        super().__init__(to, on_delete, ["self"], [to_field], rel=rel, related_name=related_name,
                         related_query_name=related_query_name, limit_choices_to=limit_choices_to, parent_link=parent_link, **kwargs)
        self.db_constraint = db_constraint

    if DJANGO_VERSION < (2,):
        _unlatched_init = __init__

        def __init__(self, to, to_field=None, rel_class=None, related_name=None, on_delete=CASCADE, **kwargs):
            """A relation that does not say what happens when its row is deleted goes with it (1.11, fields/related.py)."""
            if is_known(to_field) and callable(to_field):
                to_field, on_delete = None, to_field
            self._unlatched_init(to, on_delete, related_name=related_name, to_field=to_field, **kwargs)

    def get_attname(self):
        return f"{self.name}_id"

    contribute_to_related_class = convert_empty_strings = db_check = db_parameters = opaque("left out of ForeignKey")
    default_error_messages = description = get_attname_column = get_col = get_db_converters = opaque("left out of ForeignKey")
    resolve_related_fields = opaque("left out of ForeignKey")
    if DJANGO_VERSION >= (5, 2):
        cast_db_type = opaque("left out of ForeignKey")


class OneToOneField(ForeignKey):
    many_to_many = False
    many_to_one = False
    one_to_many = False
    one_to_one = True
    related_accessor_class = ReverseOneToOneDescriptor
    forward_related_accessor_class = ForwardOneToOneDescriptor
    rel_class = OneToOneRel

    def __init__(self, to, on_delete, to_field=None, **kwargs):
        kwargs["unique"] = True
        super().__init__(to, on_delete=on_delete, to_field=to_field, **kwargs)

    if DJANGO_VERSION < (2,):
        def __init__(self, to, to_field=None, on_delete=CASCADE, **kwargs):
            kwargs["unique"] = True
            super().__init__(to, to_field=to_field, on_delete=on_delete, **kwargs)

    description = opaque("left out of OneToOneField")


class ManyToManyField(RelatedField):
    many_to_many = True
    many_to_one = False
    one_to_many = False
    one_to_one = False
    rel_class = ManyToManyRel

    def __init__(self, to, related_name=None, related_query_name=None, limit_choices_to=None, symmetrical=None, through=None,
                 through_fields=None, db_constraint=True, db_table=None, swappable=True, **kwargs):
        rel = self.rel_class(self, to, related_name=related_name, related_query_name=related_query_name,
                             limit_choices_to=limit_choices_to, symmetrical=symmetrical, through=through,
                             through_fields=through_fields, db_constraint=db_constraint)
        super().__init__(rel=rel, related_name=related_name, related_query_name=related_query_name,
                         limit_choices_to=limit_choices_to, **kwargs)
        self.db_table = db_table
        self.swappable = swappable

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        setattr(cls, self.name, ManyToManyDescriptor(self.remote_field))

    def get_attname(self):
        return self.name

    contribute_to_related_class = db_check = db_parameters = description = opaque("left out of ManyToManyField")
    get_path_info = get_reverse_path_info = path_infos = reverse_path_infos = opaque("left out of ManyToManyField")
    set_attributes_from_rel = opaque("left out of ManyToManyField")


def __getattr__(name):
    return opaque("django.db.models.fields.related." + name)
