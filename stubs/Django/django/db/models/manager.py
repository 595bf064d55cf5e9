"""Managers: the door to a model's query sets. `_unlatched_core` are the filters of a related manager."""
from _unlatched import opaque, effect
from django.db.models.query import QuerySet


def _unlatched_forward(name):
    def method(self, *args, **kwargs):
        return getattr(self.get_queryset(), name)(*args, **kwargs)

    method.__name__ = name
    return method


class BaseManager:
    auto_created = False
    use_in_migrations = False
    _queryset_class = QuerySet
    model = None
    name = None
    _db = None
    _hints = {}
    _unlatched_core = ()

    def __init__(self):
        super().__init__()

    def contribute_to_class(self, cls, name):
        self.name = self.name or name
        self.model = cls
        setattr(cls, name, self)
        cls._meta.add_manager(self)

    @classmethod
    def from_queryset(cls, queryset_class, class_name=None):
        class FromQuerySet(cls):
            _queryset_class = queryset_class

        FromQuerySet.__name__ = class_name or f"{cls.__name__}From{queryset_class.__name__}"
        for name, method in cls._get_queryset_methods(queryset_class).items():
            setattr(FromQuerySet, name, method)
        return FromQuerySet

    @classmethod
    def _get_queryset_methods(cls, queryset_class):
        """Public methods of the query set that the manager does not have itself; `queryset_only` overrules the underscore."""
        methods = {}
        for klass in queryset_class.__mro__:
            if klass is object or (klass is QuerySet and issubclass(cls, Manager)):
                continue
            for name, member in vars(klass).items():
                if name in methods or hasattr(cls, name) or not callable(member) or isinstance(member, type):
                    continue
                only = getattr(member, "queryset_only", None)
                if only or (only is None and name.startswith("_")):
                    continue
                methods[name] = _unlatched_forward(name)
        return methods

    def db_manager(self, using=None, hints=None):
        return self

    @property
    def db(self):
        return self._db or "default"

    def get_queryset(self):
        queryset = self._queryset_class(model=self.model, using=self._db, hints=self._hints)
        if self._unlatched_core:
            queryset._unlatched_filters = list(self._unlatched_core)
        return queryset

    def all(self):
        return self.get_queryset()

    check = creation_counter = deconstruct = opaque("left out of BaseManager")


class Manager(BaseManager):
    pass


# The methods of QuerySet, written on Manager once, so that `super().filter(...)` in a project's manager finds them.
for _unlatched_name, _unlatched_member in list(vars(QuerySet).items()):
    if not _unlatched_name.startswith("_") and _unlatched_name not in ("as_manager", "delete", "adelete", "all", "query", "db", "ordered"):
        setattr(Manager, _unlatched_name, _unlatched_forward(_unlatched_name))


class ManagerDescriptor:
    def __init__(self, manager):
        self.manager = manager

    def __get__(self, instance, cls=None):
        return self.manager


class EmptyManager(Manager):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def get_queryset(self):
        return super().get_queryset().none()


def _unlatched_bound(manager, model):
    """The same manager for another model."""
    bound = object.__new__(type(manager))
    bound.__dict__.update(manager.__dict__)
    bound.model = model
    return bound


def _unlatched_related(model, filters, many):
    """The manager behind `instance.relation`: the model's own default manager with the relation as its first filter."""
    default = model._default_manager

    class RelatedManager(type(default)):
        def add(self, *objs, bulk=True, through_defaults=None):
            effect("db-write", f"a relation to {model.__name__} is added")

        def remove(self, *objs, bulk=True):
            effect("db-write", f"a relation to {model.__name__} is removed")

        def clear(self, bulk=True):
            effect("db-write", f"the relations to {model.__name__} are removed")

        def set(self, objs, bulk=True, clear=False, through_defaults=None):
            effect("db-write", f"the relations to {model.__name__} are set")

        def create(self, **kwargs):
            if not many:
                kwargs = {**{path: value for path, lookup, value in self._unlatched_core}, **kwargs}
            return self.get_queryset().create(**kwargs)

    related = object.__new__(RelatedManager)
    related.__dict__.update(default.__dict__)
    related.model = model
    related._unlatched_core = filters
    return related
