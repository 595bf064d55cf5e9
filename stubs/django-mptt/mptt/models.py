from django.db import models

from _unlatched import opaque
from mptt.managers import TreeManager


class MPTTModel(models.Model):
    objects = TreeManager()

    class Meta:
        abstract = True

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
