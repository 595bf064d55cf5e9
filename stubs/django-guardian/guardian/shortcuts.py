"""What a user has permissions for comes from the database."""
from django.shortcuts import _get_queryset

from _unlatched import effect, opaque, world
from guardian.core import ObjectPermissionChecker


def assign_perm(perm, user_or_group, obj=None):
    effect('db-write', 'an object permission')
    return opaque('object permission')


def remove_perm(perm, user_or_group=None, obj=None):
    effect('db-write', 'an object permission')
    return opaque('removed object permissions')


def get_perms(user_or_group, obj):
    return ObjectPermissionChecker(user_or_group).get_perms(obj)


def get_user_perms(user, obj):
    return ObjectPermissionChecker(user).get_user_perms(obj)


def get_group_perms(user_or_group, obj):
    return ObjectPermissionChecker(user_or_group).get_group_perms(obj)


def get_perms_for_model(cls):
    return world('permissions of a model')


def get_users_with_perms(obj, *args, **kwargs):
    return world('users with object permissions')


def get_groups_with_perms(obj, *args, **kwargs):
    return world('groups with object permissions')


def get_objects_for_user(
    user, perms, klass=None, use_groups=True, any_perm=False, with_superuser=True, accept_global_perms=True
):
    if klass is None:
        return world('objects that a user has permissions for')
    return _get_queryset(klass).filter(pk__in=world('objects that a user has permissions for'))


def get_objects_for_group(group, perms, klass=None, any_perm=False, accept_global_perms=True):
    if klass is None:
        return world('objects that a group has permissions for')
    return _get_queryset(klass).filter(pk__in=world('objects that a group has permissions for'))


def __getattr__(name):
    return opaque('guardian.shortcuts.' + name)
