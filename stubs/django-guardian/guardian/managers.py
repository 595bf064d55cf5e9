from django.db import models

from _unlatched import effect, opaque


class BaseObjectPermissionManager(models.Manager):
    def is_generic(self):
        return opaque('whether object permissions are generic')

    def assign_perm(self, perm, user_or_group, obj):
        effect('db-write', 'an object permission')
        return opaque('object permission')

    def assign(self, perm, user_or_group, obj):
        return self.assign_perm(perm, user_or_group, obj)

    def remove_perm(self, perm, user_or_group, obj):
        effect('db-write', 'an object permission')
        return opaque('removed object permissions')


class UserObjectPermissionManager(BaseObjectPermissionManager):
    pass


class GroupObjectPermissionManager(BaseObjectPermissionManager):
    pass
