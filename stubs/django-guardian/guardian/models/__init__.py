from .models import (
    BaseGenericObjectPermission, BaseObjectPermission, Group, GroupObjectPermission, GroupObjectPermissionAbstract,
    GroupObjectPermissionBase, Permission, UserObjectPermission, UserObjectPermissionAbstract, UserObjectPermissionBase,
)
