"""Who may do what to an object is decided by the database."""
from _unlatched import world
from guardian.utils import get_identity


class ObjectPermissionChecker:
    def __init__(self, user_or_group=None):
        self.user, self.group = get_identity(user_or_group)

    def has_perm(self, perm, obj):
        if self.user and not self.user.is_active:
            return False
        if self.user and self.user.is_superuser:
            return True
        return world(f'object permission {perm}')

    def get_user_perms(self, obj):
        return world('object permissions of a user')

    def get_group_perms(self, obj):
        return world('object permissions of a group')

    def get_perms(self, obj):
        return world('object permissions')

    def prefetch_perms(self, objects):
        return None
