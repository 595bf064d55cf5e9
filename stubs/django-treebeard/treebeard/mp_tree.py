from django.db import models

from _unlatched import opaque
from treebeard.models import Node, NodeManager


class MP_NodeQuerySet(models.query.QuerySet):
    pass


class MP_NodeManager(NodeManager):
    def get_queryset(self):
        return MP_NodeQuerySet(self.model)


class MP_Node(Node):
    steplen = 4
    node_order_by = []
    path = models.CharField(max_length=255, unique=True)
    depth = models.PositiveIntegerField()
    numchild = models.PositiveIntegerField(default=0)
    objects = MP_NodeManager()

    class Meta:
        abstract = True


def __getattr__(name):
    return opaque('treebeard.mp_tree.' + name)
