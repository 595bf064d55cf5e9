from _unlatched import opaque
from treebeard.models import Node, NodeManager


class AL_NodeManager(NodeManager):
    pass


class AL_Node(Node):
    node_order_by = None
    objects = AL_NodeManager()

    class Meta:
        abstract = True


def __getattr__(name):
    return opaque('treebeard.al_tree.' + name)
