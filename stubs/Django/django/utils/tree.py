"""Trees of conditions."""
from _unlatched import opaque


class Node:
    default = "DEFAULT"

    def __init__(self, children=None, connector=None, negated=False):
        self.children = list(children or [])
        self.connector = connector or self.default
        self.negated = negated

    def __len__(self):
        return len(self.children)

    def __bool__(self):
        return bool(self.children)

    def __contains__(self, other):
        return other in self.children

    def add(self, data, conn_type):
        self.children.append(data)
        return data

    def negate(self):
        self.negated = not self.negated

    copy = create = opaque("left out of Node")
