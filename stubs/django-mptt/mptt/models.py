from django.db import models

from _unlatched import opaque
from mptt.fields import TreeForeignKey, TreeManyToManyField, TreeOneToOneField
from mptt.managers import TreeManager


class MPTTModelBase(models.base.ModelBase):
    pass


class MPTTOptions:
    order_insertion_by = []
    left_attr = "lft"
    right_attr = "rght"
    tree_id_attr = "tree_id"
    level_attr = "level"
    parent_attr = "parent"

    def __init__(self, opts=None, **kwargs):
        # The nearest class that names an option decides.
        named = dict(kwargs)
        for klass in reversed(opts.__mro__ if isinstance(opts, type) else []):
            named.update({name: value for name, value in klass.__dict__.items() if not name.startswith("__")})
        for name, value in named.items():
            setattr(self, name, value)


class MPTTModel(models.Model):
    """A node of a tree. What the metaclass of mptt does when a model class is made, `__init_subclass__` does here."""

    objects = TreeManager()

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        inherited = getattr(cls, "_mptt_meta", None)
        opts = MPTTOptions(cls.__dict__.get("MPTTMeta"))
        for name, value in inherited.__dict__.items() if inherited is not None else ():
            if name not in opts.__dict__:
                setattr(opts, name, value)
        cls._mptt_meta = opts
        if cls._meta.abstract:
            return
        there = {field.name for base in cls.__mro__ if "_meta" in base.__dict__ for field in base._meta.local_fields}
        for name in (opts.left_attr, opts.right_attr, opts.tree_id_attr, opts.level_attr):
            if name not in there:
                models.PositiveIntegerField(editable=False).contribute_to_class(cls, name)
        cls._tree_manager = cls._default_manager

    def get_ancestors(self, ascending=False, include_self=False):
        return self.__class__._default_manager.filter()

    def get_family(self):
        return self.__class__._default_manager.filter()

    def get_children(self):
        return self.__class__._default_manager.filter()

    def get_descendants(self, include_self=False):
        return self.__class__._default_manager.filter()

    def get_leafnodes(self, include_self=False):
        return self.__class__._default_manager.filter()

    def get_siblings(self, include_self=False):
        return self.__class__._default_manager.filter()

    def get_next_sibling(self, *filter_args, **filter_kwargs):
        return opaque('node of a tree')

    def get_previous_sibling(self, *filter_args, **filter_kwargs):
        return opaque('node of a tree')

    def get_root(self):
        return opaque('node of a tree')

    def get_level(self):
        return opaque('node of a tree')

    def get_descendant_count(self):
        return opaque('node of a tree')

    def is_child_node(self):
        return opaque('node of a tree')

    def is_leaf_node(self):
        return opaque('node of a tree')

    def is_root_node(self):
        return opaque('node of a tree')

    def is_descendant_of(self, other, include_self=False):
        return opaque('node of a tree')

    def is_ancestor_of(self, other, include_self=False):
        return opaque('node of a tree')

    def move_to(self, target, position='first-child'):
        return opaque('node of a tree')
