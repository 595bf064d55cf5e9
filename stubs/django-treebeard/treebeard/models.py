from django.db import models

from _unlatched import effect, opaque


class Node(models.Model):
    class Meta:
        abstract = True

    @classmethod
    def add_root(cls, *args, **kwargs):
        effect('db-write', 'a node of a tree is added')
        return opaque('node of a tree')

    @classmethod
    def load_bulk(cls, *args, **kwargs):
        effect('db-write', 'a node of a tree is added')
        return opaque('node of a tree')

    @classmethod
    def get_tree(cls, *args, **kwargs):
        return cls._default_manager.filter()

    @classmethod
    def get_root_nodes(cls, *args, **kwargs):
        return cls._default_manager.filter()

    @classmethod
    def get_descendants_group_count(cls, *args, **kwargs):
        return cls._default_manager.filter()

    @classmethod
    def get_first_root_node(cls, *args, **kwargs):
        return opaque('node of a tree')

    @classmethod
    def get_last_root_node(cls, *args, **kwargs):
        return opaque('node of a tree')

    @classmethod
    def dump_bulk(cls, *args, **kwargs):
        return opaque('nodes of a tree')

    @classmethod
    def get_annotated_list(cls, *args, **kwargs):
        return opaque('nodes of a tree')

    @classmethod
    def find_problems(cls, *args, **kwargs):
        return opaque('nodes of a tree')

    def add_child(self, *args, **kwargs):
        effect('db-write', 'a node of a tree is added or moved')
        return opaque('node of a tree')

    def add_sibling(self, *args, **kwargs):
        effect('db-write', 'a node of a tree is added or moved')
        return opaque('node of a tree')

    def move(self, *args, **kwargs):
        effect('db-write', 'a node of a tree is added or moved')
        return opaque('node of a tree')

    def get_children(self, *args, **kwargs):
        return self.__class__._default_manager.filter()

    def get_siblings(self, *args, **kwargs):
        return self.__class__._default_manager.filter()

    def get_descendants(self, *args, **kwargs):
        return self.__class__._default_manager.filter()

    def get_ancestors(self, *args, **kwargs):
        return self.__class__._default_manager.filter()

    def get_first_child(self, *args, **kwargs):
        return opaque('node of a tree')

    def get_last_child(self, *args, **kwargs):
        return opaque('node of a tree')

    def get_first_sibling(self, *args, **kwargs):
        return opaque('node of a tree')

    def get_last_sibling(self, *args, **kwargs):
        return opaque('node of a tree')

    def get_prev_sibling(self, *args, **kwargs):
        return opaque('node of a tree')

    def get_next_sibling(self, *args, **kwargs):
        return opaque('node of a tree')

    def get_root(self, *args, **kwargs):
        return opaque('node of a tree')

    def get_parent(self, *args, **kwargs):
        return opaque('node of a tree')

    def get_children_count(self, *args, **kwargs):
        return opaque('node of a tree')

    def get_descendant_count(self, *args, **kwargs):
        return opaque('node of a tree')

    def get_depth(self, *args, **kwargs):
        return opaque('node of a tree')

    def is_root(self, *args, **kwargs):
        return opaque('node of a tree')

    def is_leaf(self, *args, **kwargs):
        return opaque('node of a tree')

    def is_sibling_of(self, *args, **kwargs):
        return opaque('node of a tree')

    def is_child_of(self, *args, **kwargs):
        return opaque('node of a tree')

    def is_descendant_of(self, *args, **kwargs):
        return opaque('node of a tree')


class NodeManager(models.Manager):
    def get_tree(self, *args, **kwargs):
        return self.filter()

    def get_root_nodes(self, *args, **kwargs):
        return self.filter()

    def get_descendants_group_count(self, *args, **kwargs):
        return self.filter()

    def get_children(self, *args, **kwargs):
        return self.filter()

    def get_siblings(self, *args, **kwargs):
        return self.filter()

    def get_descendants(self, *args, **kwargs):
        return self.filter()

    def get_ancestors(self, *args, **kwargs):
        return self.filter()

    def add_root(self, *args, **kwargs):
        effect('db-write', 'a node of a tree is added or moved')
        return opaque('node of a tree')

    def add_child(self, *args, **kwargs):
        effect('db-write', 'a node of a tree is added or moved')
        return opaque('node of a tree')

    def add_sibling(self, *args, **kwargs):
        effect('db-write', 'a node of a tree is added or moved')
        return opaque('node of a tree')

    def move(self, *args, **kwargs):
        effect('db-write', 'a node of a tree is added or moved')
        return opaque('node of a tree')
