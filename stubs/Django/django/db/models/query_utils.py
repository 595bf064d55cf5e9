"""Q objects, the lazy class attribute of a field, and helpers."""
from _unlatched import DJANGO_VERSION, conditions_met, db_instance, in_column, is_known, known_mro, opaque, remembered, row_found, world
from django.utils.tree import Node


class Q(Node):
    AND = "AND"
    OR = "OR"
    XOR = "XOR"
    default = AND
    conditional = True

    def __init__(self, *args, _connector=None, _negated=False, **kwargs):
        self.children = [*args, *sorted(kwargs.items())]
        self.connector = _connector or self.default
        self.negated = _negated

    def _combine(self, other, conn):
        if not self:
            return other
        if not other:
            return self
        return Q(self, other, _connector=conn)

    def __or__(self, other):
        return self._combine(other, self.OR)

    def __and__(self, other):
        return self._combine(other, self.AND)

    def __xor__(self, other):
        return self._combine(other, self.XOR)

    def __invert__(self):
        return Q(self, _negated=True)

    def __bool__(self):
        return bool(self.children)

    def add(self, data, conn_type):
        self.children = [Q(*self.children, _connector=self.connector, _negated=self.negated), data]
        self.connector, self.negated = conn_type, False
        return self

    def deconstruct(self):
        return "django.db.models.Q", tuple(self.children), {}

    check = connectors = flatten = resolve_expression = opaque("left out of Q")
    if DJANGO_VERSION >= (5, 2):
        identity = referenced_base_fields = replace_expressions = opaque("left out of Q")


class DeferredAttribute:
    """A column that was not set on the instance holds whatever the database holds."""

    def __init__(self, field):
        self.field = field

    def __get__(self, instance, cls=None):
        if instance is None:
            return self
        name = self.field.attname
        value = in_column(world(f"{type(instance).__name__}#{id(instance)}.{name}"), self.field)
        instance.__dict__[name] = value
        return value


def _unlatched_row(model, filters):
    """A row: columns hold what an exact filter says, else (by DeferredAttribute) whatever the database holds."""
    filters = conditions_met(model, filters)
    if not is_known(model):
        return db_instance(model, filters)
    row = object.__new__(model)
    data = row.__dict__
    for path, lookup, value in filters:
        if lookup != "exact" or not path or "__" in path:
            continue
        field = model._meta.pk if path == "pk" else getattr(getattr(model, path, None), "field", None)
        if field is None:
            data[path] = value
        elif is_known(value) and hasattr(value, "_meta"):
            if not field.many_to_many:
                setattr(row, path, value)
        elif not field.many_to_many:
            data[field.attname] = value  # for a relation: the key, never the row itself
    for field in remembered(_unlatched_descriptors, model):
        setattr(row, field.attname, data.get(field.attname, world(f"{model.__name__}#{id(row)}.{field.attname}")))
    row_found(row, filters)
    if is_known(model.__init__) and model.__init__ is not model._unlatched_init:
        _unlatched_initialise(model, row)
    return row


def _unlatched_descriptors(model):
    """Columns that a field keeps behind a descriptor of its own: `Model.__init__` hands it the value, and it may look for nothing else."""
    found = []
    for field in model._meta.concrete_fields:
        holders = [klass for klass in known_mro(model) if is_known(field) and field.attname in klass.__dict__]
        descriptor = holders[0].__dict__[field.attname] if holders else None
        if is_known(descriptor) and not isinstance(descriptor, DeferredAttribute) and hasattr(type(descriptor), "__set__"):
            found.append(field)
    return found


def _unlatched_initialise(model, row):
    """`Model.from_db` calls the class: what an `__init__` of the project adds to its rows is there. The columns are set already."""
    row.__dict__["_unlatched_loading"] = True
    try:
        model.__init__(row)
    except (TypeError, IndexError, KeyError):
        pass  # it looks at the values that Django passes, one by one
    finally:
        del row.__dict__["_unlatched_loading"]


class RegisterLookupMixin:
    def get_lookup(self, lookup_name):
        return None

    def get_transform(self, lookup_name):
        return None

    @classmethod
    def get_lookups(cls):
        return {}

    @classmethod
    def register_lookup(cls, lookup, lookup_name=None):
        return lookup

    get_class_lookups = get_instance_lookups = merge_dicts = register_class_lookup = opaque("left out of RegisterLookupMixin")
    register_instance_lookup = opaque("left out of RegisterLookupMixin")


class FilteredRelation:
    def __init__(self, relation_name, *, condition=Q()):
        self.relation_name = relation_name
        self.condition = condition

    as_sql = clone = resolve_expression = opaque("left out of FilteredRelation")
    if DJANGO_VERSION >= (5, 2):
        relabeled_clone = opaque("left out of FilteredRelation")


def __getattr__(name):
    return opaque("django.db.models.query_utils." + name)
