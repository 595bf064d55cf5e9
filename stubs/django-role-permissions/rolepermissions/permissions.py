from _unlatched import effect, opaque, world
from rolepermissions.exceptions import CheckerNotRegistered


class PermissionsManager:
    _checkers = {}

    @classmethod
    def register_checker(cls, name, function):
        cls._checkers[name] = function

    @classmethod
    def get_checkers(cls):
        return cls._checkers

    @classmethod
    def retrieve_checker(cls, checker_name):
        if checker_name in cls._checkers:
            return cls._checkers[checker_name]
        raise CheckerNotRegistered(f'Checker with name {checker_name} was not registered')


def register_object_checker(name=None):
    def decorator(func):
        PermissionsManager.register_checker(name or func.__name__, func)
        return func

    return decorator


def available_perm_names(user):
    return [] if not user or user.is_anonymous else world('permissions of the roles of the user')


def grant_permission(user, permission_name):
    effect('db-write', 'grants a permission')


def revoke_permission(user, permission_name):
    effect('db-write', 'revokes a permission')


def __getattr__(name):
    return opaque('rolepermissions.permissions.' + name)
