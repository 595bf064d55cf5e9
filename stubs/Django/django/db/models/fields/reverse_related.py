"""The other end of a relation."""
from _unlatched import is_known, opaque
from django.apps import apps


class ForeignObjectRel:
    auto_created = True
    concrete = False
    editable = False
    is_relation = True
    null = True
    empty_strings_allowed = False

    def __init__(self, field, to, related_name=None, related_query_name=None, limit_choices_to=None, parent_link=False,
                 on_delete=None):
        self.field = field
        self._unlatched_to = to
        self.related_name = related_name
        self.related_query_name = related_query_name
        self.limit_choices_to = limit_choices_to or {}
        self.parent_link = parent_link
        self.on_delete = on_delete
        self.multiple = True

    def _unlatched_name(self):
        """Lower name of the model that is pointed at, or None where that is not known."""
        to = self._unlatched_to
        if not is_known(to):
            return None
        if not isinstance(to, str):
            return to.__name__.lower() if isinstance(to, type) else None
        return None if to == "self" else to.rpartition(".")[2].lower()

    @property
    def model(self):
        """The class pointed at; a name is looked up only now, when all models are known."""
        to = self._unlatched_to
        if not isinstance(to, str):
            return to
        here = self.field.model
        if to == "self":
            return here
        label, _, name = to.rpartition(".")
        try:
            return apps.get_model(label or here._meta.app_label, name)
        except LookupError:
            return opaque(f"the model {to}")

    @model.setter
    def model(self, to):
        self._unlatched_to = to

    @property
    def related_model(self):
        return self.field.model

    @property
    def name(self):
        return self.field.related_query_name()

    @property
    def remote_field(self):
        return self.field

    @property
    def hidden(self):
        return self.is_hidden()

    @property
    def many_to_many(self):
        return self.field.many_to_many

    @property
    def many_to_one(self):
        return self.field.one_to_many

    @property
    def one_to_many(self):
        return self.field.many_to_one

    @property
    def one_to_one(self):
        return self.field.one_to_one

    def is_hidden(self):
        return bool(self.related_name) and self.related_name[-1] == "+"

    def get_accessor_name(self, model=None):
        if self.related_name:
            return self.related_name
        name = self.field.model._meta.model_name
        return name if self.field.one_to_one else f"{name}_set"


class ManyToOneRel(ForeignObjectRel):
    def __init__(self, field, to, field_name, related_name=None, related_query_name=None, limit_choices_to=None,
                 parent_link=False, on_delete=None):
        super().__init__(field, to, related_name, related_query_name, limit_choices_to, parent_link, on_delete)
        self.field_name = field_name


class OneToOneRel(ManyToOneRel):
    pass


class ManyToManyRel(ForeignObjectRel):
    def __init__(self, field, to, related_name=None, related_query_name=None, limit_choices_to=None, symmetrical=True,
                 through=None, through_fields=None, db_constraint=True):
        super().__init__(field, to, related_name, related_query_name, limit_choices_to)
        self._unlatched_through = through
        self.symmetrical = symmetrical

    @property
    def through(self):
        through = self._unlatched_through
        if isinstance(through, str):
            label, _, name = through.rpartition(".")
            try:
                return apps.get_model(label or self.field.model._meta.app_label, name)
            except LookupError:
                return through  # as in Django until the model is there
        return opaque("the table of a many-to-many relation") if through is None else through
