"""QuerySet: a model and a list of filters; whether rows exist is asked of the adversarial database."""
from _unlatched import DJANGO_VERSION, db_found, effect, is_known, opaque, secret_of, world
from django.db.models.query_utils import Q, _unlatched_row

MAX_GET_RESULTS = 21
REPR_OUTPUT_SIZE = 20

_UNLATCHED_LOOKUPS = {
    "exact", "iexact", "contains", "icontains", "in", "gt", "gte", "lt", "lte", "startswith", "istartswith", "endswith",
    "iendswith", "range", "isnull", "regex", "iregex", "search", "overlap", "contained_by", "has_key",
}


def _unlatched_filter(key, value):
    path, _, lookup = key.rpartition("__")
    if path and lookup in _UNLATCHED_LOOKUPS:
        return (path, lookup, value)
    return (key, "isnull", True) if value is None else (key, "exact", value)


def _unlatched_filters(args, kwargs):
    """Conditions as (path, lookup, value); `or` has lists of them, and what is more than that becomes `q`, which decides nothing."""
    found = []
    for arg in args:
        if isinstance(arg, tuple):
            found.append(_unlatched_filter(arg[0], arg[1]))
        elif is_known(arg) and isinstance(arg, Q) and (arg.connector != "XOR" or len(arg.children) == 1):
            found.extend(_unlatched_q(arg))
        elif is_known(arg) and isinstance(arg, (str, bytes, int)):
            # What is no condition is taken for the pair of a name and a value.
            error = TypeError if isinstance(arg, int) else ValueError
            raise error("what was given cannot be unpacked into two")
        else:
            found.append(("", "q", arg))
    for key, value in kwargs.items():
        found.append(_unlatched_filter(key, value))
    return found


def _unlatched_q(q):
    if q.connector == "AND" or len(q.children) == 1:
        filters = _unlatched_filters(q.children, {})
    else:
        filters = [("", "or", [_unlatched_filters([child], {}) for child in q.children])]
    return _unlatched_negated(filters) if q.negated else filters


def _unlatched_negated(filters):
    """What holds where conditions do not hold together."""
    ways = []
    for path, lookup, value in filters:
        if lookup == "or":
            ways.append([negated for way in value for negated in _unlatched_negated(way)])
        else:
            ways.append([(path, lookup[4:] if lookup.startswith("not ") else "not " + lookup, value)])
    return ways[0] if len(ways) == 1 else [("", "or", ways)] if ways else []


class QuerySet:
    def __init__(self, model=None, query=None, using=None, hints=None):
        self.model = model
        self._db = using
        self._hints = hints or {}
        self._unlatched_filters = []
        self._unlatched_none = False
        self._unlatched_extra = ()
        self._unlatched_values = None

    @property
    def query(self):
        return opaque("the SQL of a query set")

    @query.setter
    def query(self, value):
        pass

    @classmethod
    def as_manager(cls):
        from django.db.models.manager import Manager

        return Manager.from_queryset(cls)()

    def _clone(self):
        copy = self.__class__(model=self.model, using=self._db, hints=self._hints)
        copy._unlatched_filters = list(self._unlatched_filters)
        copy._unlatched_none = self._unlatched_none
        copy._unlatched_extra = self._unlatched_extra
        copy._unlatched_values = self._unlatched_values
        return copy

    def _chain(self):
        return self._clone()

    def _unlatched_same(self):
        """The rows are the same ones: itself, as no attribute of a query set is ever changed, unless the project says how it is copied."""
        own = type(self)
        return self if own._clone is QuerySet._clone and own._chain is QuerySet._chain else self._chain()

    def _unlatched_found(self, filters=()):
        return not self._unlatched_none and db_found(self.model, self._unlatched_filters + list(filters))

    def _unlatched_row(self, filters=()):
        if self._unlatched_values is not None:
            names, kind = self._unlatched_values
            values = [secret_of(self.model, name, world(f"{self.model.__name__}.{name}")) for name in names]
            if kind == "flat":
                return values[0] if values else world("a value")
            if not names:
                return world(f"a row of {self.model.__name__}")
            return dict(zip(names, values)) if kind == "dict" else tuple(values)
        row = _unlatched_row(self.model, [*self._unlatched_filters, *filters])
        for name in self._unlatched_extra:
            setattr(row, name, world(f"{self.model.__name__}.{name}"))
        return row

    def _unlatched_rows(self):
        return [self._unlatched_row()] if self._unlatched_found() else []

    def __len__(self):
        return len(self._unlatched_rows())

    def __iter__(self):
        return iter(self._unlatched_rows())

    def __bool__(self):
        return self._unlatched_found()

    def __getitem__(self, k):
        if isinstance(k, slice):
            return self._chain()
        if not self._unlatched_found():
            raise IndexError("list index out of range")
        return self._unlatched_row()

    def __and__(self, other):
        copy = self._chain()
        copy._unlatched_filters = copy._unlatched_filters + other._unlatched_filters
        copy._unlatched_none = copy._unlatched_none or other._unlatched_none
        return copy

    def __or__(self, other):
        if self._unlatched_none:
            return other
        if other._unlatched_none:
            return self
        copy = self._chain()
        copy._unlatched_filters = [("", "or", [self._unlatched_filters, other._unlatched_filters])]
        return copy

    def iterator(self, chunk_size=None):
        return iter(self._unlatched_rows())

    async def aiterator(self, chunk_size=2000):
        return self._unlatched_rows()

    def aggregate(self, *args, **kwargs):
        return world("an aggregate")

    async def aaggregate(self, *args, **kwargs):
        return world("an aggregate")

    def count(self):
        return world(f"the number of {self.model.__name__}") if self._unlatched_found() else 0

    async def acount(self):
        return self.count()

    def get(self, *args, **kwargs):
        filters = _unlatched_filters(args, kwargs)
        if not self._unlatched_found(filters):
            raise self.model.DoesNotExist(f"{self.model.__name__} matching query does not exist.")
        return self._unlatched_row(filters)

    async def aget(self, *args, **kwargs):
        return self.get(*args, **kwargs)

    def create(self, **kwargs):
        obj = self.model(**kwargs)
        obj.save(force_insert=True, using=self._db)
        return obj

    async def acreate(self, **kwargs):
        return self.create(**kwargs)

    def bulk_create(self, objs, batch_size=None, ignore_conflicts=False, update_conflicts=False, update_fields=None,
                    unique_fields=None):
        effect("db-write", f"{self.model.__name__} rows are created")
        return objs

    async def abulk_create(self, objs, batch_size=None, ignore_conflicts=False, update_conflicts=False, update_fields=None,
                           unique_fields=None):
        return self.bulk_create(objs)

    def bulk_update(self, objs, fields, batch_size=None):
        effect("db-write", f"{self.model.__name__} rows are changed")
        return world("the number of changed rows")

    async def abulk_update(self, objs, fields, batch_size=None):
        return self.bulk_update(objs, fields)

    def get_or_create(self, defaults=None, **kwargs):
        filters = _unlatched_filters((), kwargs)
        if self._unlatched_found(filters):
            return self._unlatched_row(filters), False
        made = self.create(**{**{key: value for key, value in kwargs.items() if "__" not in key}, **(defaults or {})})
        # The same request sent before has left the row behind.
        return made, world(f"whether this request made the {self.model.__name__}")

    async def aget_or_create(self, defaults=None, **kwargs):
        return self.get_or_create(defaults, **kwargs)

    def update_or_create(self, defaults=None, *args, **kwargs):
        create_defaults = kwargs.pop("create_defaults", None) if DJANGO_VERSION >= (5, 0) else None
        obj, created = self.get_or_create(create_defaults or defaults, **kwargs)
        if not created:
            for key, value in (defaults or {}).items():
                setattr(obj, key, value)
            obj.save(using=self._db)
        return obj, created

    async def aupdate_or_create(self, defaults=None, *args, **kwargs):
        return self.update_or_create(defaults, **kwargs)

    def earliest(self, *fields):
        return self.get()

    async def aearliest(self, *fields):
        return self.get()

    def latest(self, *fields):
        return self.get()

    async def alatest(self, *fields):
        return self.get()

    def first(self):
        return self._unlatched_row() if self._unlatched_found() else None

    async def afirst(self):
        return self.first()

    def last(self):
        return self.first()

    async def alast(self):
        return self.first()

    def in_bulk(self, id_list=None, *, field_name="pk"):
        if id_list is None:
            return {getattr(row, field_name): row for row in self._unlatched_rows()}
        wanted = [(key, [(field_name, "exact", key)]) for key in id_list]
        return {key: self._unlatched_row(filters) for key, filters in wanted if self._unlatched_found(filters)}

    def delete(self):
        found = self._unlatched_found()
        effect("db-write", f"{self.model.__name__} rows are deleted")
        return world("the number of deleted rows") if found else 0, {}

    delete.queryset_only = True

    async def adelete(self):
        return self.delete()

    adelete.queryset_only = True

    def update(self, **kwargs):
        found = self._unlatched_found()
        effect("db-write", f"{self.model.__name__} rows are changed")
        return world("the number of changed rows") if found else 0

    async def aupdate(self, **kwargs):
        return self.update(**kwargs)

    def exists(self):
        return self._unlatched_found()

    async def aexists(self):
        return self.exists()

    def contains(self, obj):
        return self._unlatched_found([("pk", "exact", obj.pk)])

    async def acontains(self, obj):
        return self.contains(obj)

    def explain(self, *, format=None, **options):
        return ""

    def raw(self, raw_query, params=(), translations=None, using=None):
        return RawQuerySet(raw_query, model=self.model)

    def values(self, *fields, **expressions):
        copy = self._chain()
        copy._unlatched_values = ([*fields, *expressions], "dict")
        return copy

    def values_list(self, *fields, flat=False, named=False):
        copy = self._chain()
        copy._unlatched_values = (list(fields), "flat" if flat else "tuple")
        return copy

    def dates(self, field_name, kind, order="ASC"):
        return self.values_list(field_name, flat=True)

    def datetimes(self, field_name, kind, order="ASC", *args, **kwargs):
        return self.values_list(field_name, flat=True)

    def none(self):
        copy = self._chain()
        copy._unlatched_none = True
        return copy

    def all(self):
        return self._chain()

    def filter(self, *args, **kwargs):
        return self._filter_or_exclude(False, args, kwargs)

    def exclude(self, *args, **kwargs):
        return self._filter_or_exclude(True, args, kwargs)

    def _filter_or_exclude(self, negate, args, kwargs):
        copy = self._chain()
        filters = _unlatched_filters(args, kwargs)
        if negate:
            filters = _unlatched_negated(filters)
        copy._unlatched_filters = copy._unlatched_filters + filters
        return copy

    def complex_filter(self, filter_obj):
        return self.filter(filter_obj) if isinstance(filter_obj, Q) else self.filter(**filter_obj)

    def union(self, *other_qs, all=False):
        copy = self
        for other in other_qs:
            copy = copy | other
        return copy

    def intersection(self, *other_qs):
        copy = self
        for other in other_qs:
            copy = copy & other
        return copy

    def difference(self, *other_qs):
        return self._filter_or_exclude(True, (other_qs,), {})

    def select_for_update(self, nowait=False, skip_locked=False, of=(), no_key=False):
        return self._chain()

    def select_related(self, *fields):
        return self._unlatched_same()

    def prefetch_related(self, *lookups):
        return self._unlatched_same()

    def annotate(self, *args, **kwargs):
        copy = self._chain()
        copy._unlatched_extra = (*copy._unlatched_extra, *kwargs)
        return copy

    def alias(self, *args, **kwargs):
        return self._unlatched_same()

    def order_by(self, *field_names):
        return self._unlatched_same()

    def distinct(self, *field_names):
        return self._unlatched_same()

    def extra(self, select=None, where=None, params=None, tables=None, order_by=None, select_params=None):
        copy = self._chain()
        copy._unlatched_extra = (*copy._unlatched_extra, *(select or {}))
        if where:
            copy._unlatched_filters = [*copy._unlatched_filters, ("", "q", where)]
        return copy

    def reverse(self):
        return self._unlatched_same()

    def defer(self, *fields):
        return self._unlatched_same()

    def only(self, *fields):
        return self._unlatched_same()

    def using(self, alias):
        copy = self._chain()
        copy._db = alias
        return copy

    @property
    def ordered(self):
        return True

    @property
    def db(self):
        return self._db or "default"

    aexplain = ain_bulk = resolve_expression = opaque("left out of QuerySet")


class EmptyQuerySet:
    def __init__(self, *args, **kwargs):
        raise TypeError("EmptyQuerySet can't be instantiated")


class RawQuerySet:
    def __init__(self, raw_query, model=None, query=None, params=(), translations=None, using=None, hints=None):
        self.raw_query = raw_query
        self.model = model

    def prefetch_related(self, *lookups):
        return self

    def __iter__(self):
        filters = [("", "q", self.raw_query)]
        return iter([_unlatched_row(self.model, filters)] if db_found(self.model, filters) else [])

    def __getitem__(self, k):
        return list(self)[k]

    columns = db = iterator = model_fields = resolve_model_init_order = using = opaque("left out of RawQuerySet")


class Prefetch:
    def __init__(self, lookup, queryset=None, to_attr=None):
        self.prefetch_through = lookup
        self.prefetch_to = lookup
        self.queryset = queryset
        self.to_attr = to_attr

    add_prefix = get_current_prefetch_to = get_current_queryset = get_current_to_attr = opaque("left out of Prefetch")
    if DJANGO_VERSION >= (5, 2):
        get_current_querysets = opaque("left out of Prefetch")


def prefetch_related_objects(model_instances, *related_lookups):
    pass


if DJANGO_VERSION >= (5, 0):
    async def aprefetch_related_objects(model_instances, *related_lookups):
        pass


def __getattr__(name):
    return opaque("django.db.models.query." + name)
