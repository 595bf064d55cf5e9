from django.db import models

from _unlatched import opaque
from mptt.querysets import TreeQuerySet


class TreeManager(models.Manager.from_queryset(TreeQuerySet)):
    def rebuild(self, *args, **kwargs):
        return None

    def root_nodes(self):
        return self.filter()

    def root_node(self, tree_id):
        return self.get(tree_id=tree_id)

    def get_queryset_descendants(self, queryset, include_self=False):
        return self.filter()

    def get_queryset_ancestors(self, queryset, include_self=False):
        return self.filter()

    def add_related_count(self, queryset, *args, **kwargs):
        return queryset


def __getattr__(name):
    return opaque('mptt.managers.' + name)
