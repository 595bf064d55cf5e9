class InvalidPosition(Exception):
    pass


class InvalidMoveToDescendant(Exception):
    pass


class NodeAlreadySaved(Exception):
    pass


class MissingNodeOrderBy(Exception):
    pass


class PathOverflow(Exception):
    pass
