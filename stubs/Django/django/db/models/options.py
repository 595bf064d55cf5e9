"""`_meta`: the facts of a model."""
from _unlatched import DJANGO_VERSION, has_unknown_base, is_known, known_mro, opaque
from django.apps import apps as default_apps
from django.core.exceptions import FieldDoesNotExist
from django.utils.functional import _unlatched_once


def _unlatched_label(model):
    """App label of a model; by its module where `_meta` comes from a base class that we do not have."""
    if is_known(model._meta):
        label = getattr(model._meta.meta, "app_label", None)
        # What a Meta that is not here may say is not asked: hardly any names another app.
        if label is not None and is_known(label):
            return label
    config = default_apps.get_containing_app_config(model.__module__)
    module = model.__module__.split(".")
    return config.label if config is not None else module[-2 if len(module) > 1 else -1]


class Options:
    default_apps = default_apps

    def __init__(self, meta, app_label=None):
        self.meta = meta
        self.local_fields = []
        self.local_many_to_many = []
        self.private_fields = []
        self.local_managers = []
        self.verbose_name = getattr(meta, "verbose_name", None)
        self.verbose_name_plural = getattr(meta, "verbose_name_plural", None)
        self.ordering = getattr(meta, "ordering", [])
        self.unique_together = getattr(meta, "unique_together", [])
        self.indexes = getattr(meta, "indexes", [])
        self.constraints = getattr(meta, "constraints", [])
        self.default_permissions = getattr(meta, "default_permissions", ("add", "change", "delete", "view"))
        self.permissions = getattr(meta, "permissions", [])
        self.managed = getattr(meta, "managed", True)
        self.proxy = getattr(meta, "proxy", False)
        self.swappable = getattr(meta, "swappable", None)
        self.default_related_name = getattr(meta, "default_related_name", None)
        self.default_manager_name = getattr(meta, "default_manager_name", None)
        self.get_latest_by = getattr(meta, "get_latest_by", None)
        self.auto_created = False
        self.abstract = False
        self.apps = default_apps
        self.pk = None

    def contribute_to_class(self, cls, name):
        self.model = self.concrete_model = cls
        self.proxy_for_model = None
        self.object_name = cls.__name__
        self.model_name = cls.__name__.lower()
        if self.verbose_name is None:
            self.verbose_name = self.model_name
        if self.verbose_name_plural is None:
            self.verbose_name_plural = f"{self.verbose_name}s"

    @property
    def app_label(self):
        """Asked for late: the app configs may not be complete when the class is made."""
        return self._unlatched_app_label()

    @_unlatched_once
    def _unlatched_app_label(self):
        return _unlatched_label(self.model)

    @property
    def app_config(self):
        return default_apps.get_app_config(self.app_label)

    @property
    def db_table(self):
        given = self.__dict__.get("_unlatched_table", getattr(self.meta, "db_table", None))
        return given or f"{self.app_label}_{self.model_name}"

    @db_table.setter
    def db_table(self, name):
        self._unlatched_table = name

    @property
    def label(self):
        return f"{self.app_label}.{self.object_name}"

    @property
    def label_lower(self):
        return f"{self.app_label}.{self.model_name}"

    @property
    def swapped(self):
        if self.swappable:
            from django.conf import settings

            chosen = getattr(settings, self.swappable, None)
            if chosen and chosen.lower() != self.label_lower:
                return chosen
        return None

    @property
    def verbose_name_raw(self):
        return self.verbose_name

    def add_manager(self, manager):
        self.local_managers.append(manager)

    def add_field(self, field, private=False):
        if private:
            self.private_fields.append(field)
        elif field.many_to_many:
            self.local_many_to_many.append(field)
        else:
            self.local_fields.append(field)

    @_unlatched_once
    def _unlatched_inherited(self, kind):
        found = {}
        for klass in known_mro(self.model)[::-1]:
            meta = klass.__dict__.get("_meta")
            if meta is not None:
                for field in getattr(meta, kind):
                    found[field.name] = field
        return list(found.values())

    @property
    def managers(self):
        return self._unlatched_inherited("local_managers")

    @property
    def default_manager(self):
        return self.model._default_manager

    @property
    def base_manager(self):
        return self.model._base_manager

    @property
    def fields(self):
        return self._unlatched_inherited("local_fields")

    @property
    def concrete_fields(self):
        return self.fields

    @property
    def local_concrete_fields(self):
        return self.local_fields

    @property
    def many_to_many(self):
        return self._unlatched_inherited("local_many_to_many")

    @property
    @_unlatched_once
    def related_objects(self):
        from django.db.models.fields.related import _unlatched_relations_to

        return [rel for rel in _unlatched_relations_to(self.model) if not rel.is_hidden()]

    @property
    def parents(self):
        return {}

    def get_parent_list(self):
        return [klass for klass in known_mro(self.model)[1:] if "_meta" in klass.__dict__ and not klass._meta.abstract]

    @_unlatched_once
    def get_field(self, field_name):
        if not is_known(field_name):
            return opaque(f"a field of {self.object_name}")
        if field_name == "pk":
            field_name = self.pk.name
        # Fields of the model first: for relations from elsewhere all models have to be looked through.
        for fields in (self._unlatched_forward_by_name, self._unlatched_related_by_name):
            found = fields().get(field_name)
            if found is not None:
                return found
        for klass in known_mro(self.model):
            # A field of a library that we do not have.
            if field_name in klass.__dict__ and not is_known(klass.__dict__[field_name]):
                return klass.__dict__[field_name]
        if has_unknown_base(self.model):
            # Named as a part of the library, which it is.
            missing = [klass for klass in self.model.__mro__ if has_unknown_base(klass)][-1]
            return opaque(f"{missing.__module__}.{missing.__name__}.{field_name}")
        raise FieldDoesNotExist(f"{self.object_name} has no field named '{field_name}'")

    @_unlatched_once
    def _unlatched_forward_by_name(self):
        fields = self._unlatched_forward()
        return {**{field.attname: field for field in fields if getattr(field, "attname", None)}, **{field.name: field for field in fields}}

    @_unlatched_once
    def _unlatched_related_by_name(self):
        return {field.name: field for field in self.related_objects}

    def _unlatched_forward(self):
        return [*self.fields, *self.many_to_many, *self._unlatched_inherited("private_fields")]

    def get_fields(self, include_parents=True, include_hidden=False):
        return [*self._unlatched_forward(), *self.related_objects]

    def can_migrate(self, connection):
        return self.managed

    def __str__(self):
        return self.label_lower

    FORWARD_PROPERTIES = REVERSE_PROPERTIES = db_returning_fields = fields_map = opaque("left out of Options")
    get_ancestor_link = get_base_chain = get_path_from_parent = get_path_to_parent = opaque("left out of Options")
    managers_map = setup_pk = setup_proxy = total_unique_constraints = opaque("left out of Options")
    if DJANGO_VERSION >= (5, 2):
        all_parents = is_composite_pk = pk_fields = setting_changed = opaque("left out of Options")
