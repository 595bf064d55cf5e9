"""Model. What Django's metaclass does when a model class is made, `__init_subclass__` does here."""
from _unlatched import effect, has_unknown_base, is_known, known_mro, opaque, own_members_with, own_missing_fields, remembered, world
from django.apps import apps
from django.core.exceptions import MultipleObjectsReturned, ObjectDoesNotExist, ValidationError
from django.db.models.fields import AutoField, BigAutoField, Field
from django.db.models.fields.related import RelatedField, _unlatched_relate, _unlatched_reverse, _unlatched_reverse_by_name
from django.db.models.manager import BaseManager, Manager, _unlatched_bound
from django.db.models.options import Options
from django.db.models.query_utils import _unlatched_row

class Deferred:
    def __str__(self):
        return "<Deferred field>"


DEFERRED = Deferred()


class ModelState:
    db = None
    adding = True

    def __init__(self):
        self.fields_cache = {}

    fields_cache = opaque("left out of ModelState")


class ModelBase(type):
    pass


class Model:
    class DoesNotExist(ObjectDoesNotExist):
        pass

    class MultipleObjectsReturned(MultipleObjectsReturned):
        pass

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        _unlatched_define(cls)

    def __init__(self, *args, **kwargs):
        if "_unlatched_loading" in self.__dict__:
            return
        opts = self._meta
        self._state = ModelState()
        values = dict(zip([field.name for field in opts.fields], args))
        values.update(kwargs)
        for field in opts.fields:
            if field.name in values:
                setattr(self, field.name, values.pop(field.name))
            elif field.attname in values:
                setattr(self, field.attname, values.pop(field.attname))
            elif "pk" in values and field.primary_key:
                setattr(self, field.attname, values.pop("pk"))
            else:
                setattr(self, field.attname, field.get_default())
        for name, value in values.items():
            if not hasattr(type(self), name):
                raise TypeError(f"{type(self).__name__}() got unexpected keyword arguments: {name!r}")
            setattr(self, name, value)
        super().__init__()

    _unlatched_init = __init__

    @classmethod
    def from_db(cls, db, field_names, values):
        return _unlatched_row(cls, [])

    def __getattr__(self, name):
        """Reverse relations and `get_..._display`, which Django writes on the class."""
        relation = remembered(_unlatched_reverse_by_name, type(self)).get(name)
        if relation is not None:
            return _unlatched_reverse(self, name, *relation)
        if name.startswith("get_"):
            if name.endswith("_display"):
                return lambda: world(f"{type(self).__name__}.{name}")
            if name.startswith(("get_next_by_", "get_previous_by_")):
                return lambda **kwargs: _unlatched_row(type(self), [])
        if name == "_state":
            return ModelState()
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def __str__(self):
        return f"{type(self).__name__} object"

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Model) or self._meta.concrete_model is not other._meta.concrete_model:
            return False
        return self.pk is not None and self.pk == other.pk

    def __hash__(self):
        return hash(self.pk)

    def _get_pk_val(self, meta=None):
        return getattr(self, self._meta.pk.attname)

    def _set_pk_val(self, value):
        setattr(self, self._meta.pk.attname, value)

    pk = property(_get_pk_val, _set_pk_val)

    def get_deferred_fields(self):
        return set()

    def refresh_from_db(self, using=None, fields=None, *args, **kwargs):
        for field in self._meta.fields:
            if not field.primary_key and (fields is None or field.name in fields):
                self.__dict__[field.attname] = world(f"{type(self).__name__}.{field.name}")

    async def arefresh_from_db(self, using=None, fields=None, *args, **kwargs):
        self.refresh_from_db(using, fields)

    def serializable_value(self, field_name):
        return getattr(self, field_name)

    def save(self, *args, **kwargs):
        self.save_base()

    async def asave(self, *args, **kwargs):
        self.save(*args, **kwargs)

    def save_base(self, raw=False, force_insert=False, force_update=False, using=None, update_fields=None):
        effect("db-write", f"{type(self).__name__} is saved")
        if self.pk is None:
            self.pk = world(f"the new key of {type(self).__name__}")

    def delete(self, using=None, keep_parents=False):
        effect("db-write", f"{type(self).__name__} is deleted")
        return world("the number of deleted rows"), {}

    async def adelete(self, using=None, keep_parents=False):
        return self.delete()

    def clean(self):
        pass

    def validate_unique(self, exclude=None):
        pass

    def validate_constraints(self, exclude=None):
        pass

    def clean_fields(self, exclude=None):
        pass

    def full_clean(self, exclude=None, validate_unique=True, validate_constraints=True):
        self.clean_fields(exclude=exclude)
        self.clean()
        if world("whether the values of a model are valid"):
            return
        raise ValidationError("invalid")

    def date_error_message(self, lookup_type, field_name, unique_for):
        return ValidationError("invalid")

    def unique_error_message(self, model_class, unique_check):
        return ValidationError("invalid")

    def get_constraints(self):
        return []

    @classmethod
    def check(cls, **kwargs):
        return []

    @classmethod
    def add_to_class(cls, name, value):
        if hasattr(value, "contribute_to_class"):
            value.contribute_to_class(cls, name)
        else:
            setattr(cls, name, value)

    prepare_database_save = opaque("left out of Model")


def _unlatched_define(cls):
    own = cls.__dict__
    attributes = [(name, own[name]) for name in own_members_with(cls, "contribute_to_class")]
    meta = own.get("Meta")
    opts = Options(meta or getattr(cls, "Meta", None))
    opts.abstract = bool(meta is not None and getattr(meta, "abstract", False))
    if opts.abstract:
        meta.abstract = False  # as Django does: a child's `class Meta(Parent.Meta)` is not abstract by inheritance
    parents = [klass for klass in known_mro(cls)[1:] if klass.__dict__.get("_meta") is not None]
    opts.contribute_to_class(cls, cls.__name__)
    cls._meta = opts

    class DoesNotExist(cls.DoesNotExist):
        pass

    class MultipleObjectsReturned(cls.MultipleObjectsReturned):
        pass

    cls.DoesNotExist = DoesNotExist
    cls.MultipleObjectsReturned = MultipleObjectsReturned

    for name, value in attributes:
        if is_known(value) and not isinstance(value, type) and hasattr(value, "contribute_to_class"):
            value.contribute_to_class(cls, name)
    # Made by a class named like a field, of a library that is not there: a column all the same, that may be empty.
    for name in own_missing_fields(cls):
        Field(null=True, blank=True).contribute_to_class(cls, name)

    if opts.abstract:
        return
    for parent in parents:
        for field in parent._meta.local_fields:
            if field.primary_key and opts.pk is None:
                opts.pk = field
        for manager in parent._meta.local_managers:
            if manager.name not in own:
                bound = _unlatched_bound(manager, cls)
                setattr(cls, manager.name, bound)
                opts.add_manager(bound)
        if parent._meta.abstract:
            for field in [*parent._meta.local_fields, *parent._meta.local_many_to_many]:
                if isinstance(field, RelatedField):
                    _unlatched_relate(field, cls)
    if opts.proxy:
        for parent in parents:
            if not parent._meta.abstract:
                opts.proxy_for_model = parent
                opts.concrete_model = parent._meta.concrete_model
                break
    if opts.pk is None:
        for field in opts.local_fields:
            if field.primary_key:
                opts.pk = field
    if opts.pk is None:
        field = BigAutoField(verbose_name="ID", primary_key=True, auto_created=True)
        field.contribute_to_class(cls, "id")
        opts.local_fields.insert(0, opts.local_fields.pop())
        opts.pk = field
    if not opts.local_managers and has_unknown_base(cls):
        return apps.register_model(None, cls)  # the base class may have brought managers
    if not opts.local_managers:
        manager = Manager()
        manager.auto_created = True
        manager.contribute_to_class(cls, "objects")
    cls._default_manager = opts.local_managers[0]
    if opts.default_manager_name:
        for manager in opts.local_managers:
            if manager.name == opts.default_manager_name:
                cls._default_manager = manager
    cls._base_manager = _unlatched_bound(Manager(), cls)
    apps.register_model(None, cls)


def __getattr__(name):
    return opaque("django.db.models.base." + name)
