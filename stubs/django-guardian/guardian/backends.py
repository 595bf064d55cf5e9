from django.db import models

from _unlatched import world
from guardian.conf import settings
from guardian.core import ObjectPermissionChecker
from guardian.utils import get_anonymous_user


def check_object_support(obj):
    return isinstance(obj, models.Model)


def check_user_support(user_obj):
    if not user_obj.is_authenticated:
        if settings.ANONYMOUS_USER_NAME is None:
            return False, user_obj
        user_obj = get_anonymous_user()
    return True, user_obj


def check_support(user_obj, obj):
    obj_support = check_object_support(obj)
    user_support, user_obj = check_user_support(user_obj)
    return obj_support and user_support, user_obj


class ObjectPermissionBackend:
    supports_object_permissions = True
    supports_anonymous_user = True
    supports_inactive_user = True

    def authenticate(self, request, username=None, password=None):
        return None

    def has_perm(self, user_obj, perm, obj=None):
        support, user_obj = check_support(user_obj, obj)
        if not support:
            return False
        return ObjectPermissionChecker(user_obj).has_perm(perm, obj)

    def get_group_permissions(self, user_obj, obj=None):
        return set() if obj is None else world('object permissions of a group')

    def get_all_permissions(self, user_obj, obj=None):
        support, user_obj = check_support(user_obj, obj)
        return world('object permissions') if support else set()
