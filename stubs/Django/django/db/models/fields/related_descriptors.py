"""What `instance.relation` gives: a row or a manager."""
from _unlatched import DJANGO_VERSION, opaque, db_found, refers_to, world
from django.db.models.manager import _unlatched_related
from django.db.models.query_utils import DeferredAttribute, _unlatched_row


class ForeignKeyDeferredAttribute(DeferredAttribute):
    pass


class ForwardManyToOneDescriptor:
    def __init__(self, field_with_rel):
        self.field = field_with_rel

    def __get__(self, instance, cls=None):
        if instance is None:
            return self
        name = self.field.name
        data = instance.__dict__
        if name in data:
            return data[name]
        related = None
        if data.get(self.field.attname, 0) is not None:
            if not self.field.null or world(f"whether {type(instance).__name__}.{name} is set"):
                related = _unlatched_row(self.field.remote_field.model, [])
        if related is None and not self.field.null:
            class RelatedObjectDoesNotExist(self.field.remote_field.model.DoesNotExist, AttributeError):
                pass

            raise RelatedObjectDoesNotExist(f"{type(instance).__name__} has no {name}.")
        data[name] = related
        return related

    def __set__(self, instance, value):
        instance.__dict__[self.field.name] = refers_to(value)
        instance.__dict__[self.field.attname] = None if value is None else getattr(value, "pk", value)

    RelatedObjectDoesNotExist = get_object = get_prefetch_queryset = opaque("left out of ForwardManyToOneDescriptor")
    get_queryset = is_cached = opaque("left out of ForwardManyToOneDescriptor")
    if DJANGO_VERSION >= (5, 2):
        get_prefetch_querysets = opaque("left out of ForwardManyToOneDescriptor")


class ForwardOneToOneDescriptor(ForwardManyToOneDescriptor):
    get_object = opaque("left out of ForwardOneToOneDescriptor")


def _unlatched_reverse_one(model, filters, name):
    """The row of a one-to-one relation; its absence is both a DoesNotExist and an AttributeError, as `hasattr` expects."""
    if not db_found(model, filters):
        class RelatedObjectDoesNotExist(model.DoesNotExist, AttributeError):
            pass

        raise RelatedObjectDoesNotExist(f"there is no {name}")
    return _unlatched_row(model, filters)


class ReverseOneToOneDescriptor:
    def __init__(self, related):
        self.related = related

    def __get__(self, instance, cls=None):
        if instance is None:
            return self
        filters = [(self.related.field.name, "exact", instance)]
        return _unlatched_reverse_one(self.related.related_model, filters, self.related.get_accessor_name())

    RelatedObjectDoesNotExist = get_prefetch_queryset = get_queryset = opaque("left out of ReverseOneToOneDescriptor")
    is_cached = opaque("left out of ReverseOneToOneDescriptor")
    if DJANGO_VERSION >= (5, 2):
        get_prefetch_querysets = opaque("left out of ReverseOneToOneDescriptor")


class ReverseManyToOneDescriptor:
    def __init__(self, rel):
        self.rel = rel
        self.field = rel.field

    def __get__(self, instance, cls=None):
        if instance is None:
            return self
        return _unlatched_related(self.rel.related_model, [(self.field.name, "exact", instance)], False)

    related_manager_cls = opaque("left out of ReverseManyToOneDescriptor")


class ManyToManyDescriptor(ReverseManyToOneDescriptor):
    def __init__(self, rel, reverse=False):
        super().__init__(rel)
        self.reverse = reverse

    @property
    def through(self):
        return self.rel.through

    def __get__(self, instance, cls=None):
        if instance is None:
            return self
        model = self.rel.related_model if self.reverse else self.rel.model
        path = self.field.name if self.reverse else self.field.related_query_name()
        return _unlatched_related(model, [(path, "exact", instance)], True)

    related_manager_cls = opaque("left out of ManyToManyDescriptor")


def __getattr__(name):
    return opaque("django.db.models.fields.related_descriptors." + name)
