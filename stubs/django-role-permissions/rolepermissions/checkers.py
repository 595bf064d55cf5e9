from django.conf import settings

from _unlatched import world
from rolepermissions.permissions import PermissionsManager
from rolepermissions.roles import get_user_roles


def has_role(user, roles):
    if _check_superpowers(user):
        return True
    return bool(user) and not user.is_anonymous and world('the user has one of the roles')


def has_permission(user, permission_name):
    if _check_superpowers(user):
        return True
    return bool(user) and not user.is_anonymous and world(f'a role of the user has the permission {permission_name}')


def has_object_permission(checker_name, user, obj):
    """A checker of the project is asked for every role, and for None where there is none: it may let anonymous users in."""
    if _check_superpowers(user):
        return True
    checker = PermissionsManager.retrieve_checker(checker_name)
    return any([checker(role, user, obj) for role in get_user_roles(user) or [None]])


def _check_superpowers(user):
    return getattr(settings, 'ROLEPERMISSIONS_SUPERUSER_SUPERPOWERS', True) and user and user.is_superuser
