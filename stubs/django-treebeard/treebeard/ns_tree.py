from django.db import models

from _unlatched import opaque
from treebeard.models import Node, NodeManager


class NS_NodeQuerySet(models.query.QuerySet):
    pass


class NS_NodeManager(NodeManager):
    def get_queryset(self):
        return NS_NodeQuerySet(self.model)


class NS_Node(Node):
    node_order_by = []
    lft = models.PositiveIntegerField(db_index=True)
    rgt = models.PositiveIntegerField(db_index=True)
    tree_id = models.PositiveIntegerField(db_index=True)
    depth = models.PositiveIntegerField(db_index=True)
    objects = NS_NodeManager()

    class Meta:
        abstract = True


def __getattr__(name):
    return opaque('treebeard.ns_tree.' + name)
