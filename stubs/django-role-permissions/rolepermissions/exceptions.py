class CheckerNotRegistered(Exception):
    pass


class RoleDoesNotExist(Exception):
    pass


class RolePermissionScopeException(Exception):
    pass
