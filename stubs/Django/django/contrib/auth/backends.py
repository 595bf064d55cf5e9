"""Who a name and a password are, and what they may do (django/contrib/auth/backends.py)."""
from _unlatched import opaque, DJANGO_VERSION, world
from django.contrib.auth import get_user_model


def __getattr__(name):
    if name == "UserModel":
        return get_user_model()
    if name == "Permission":
        from django.contrib.auth.models import Permission

        return Permission
    raise AttributeError(name)


class BaseBackend:
    def authenticate(self, request, **kwargs):
        return None

    if DJANGO_VERSION >= (5, 2):
        async def aauthenticate(self, request, **kwargs):
            return self.authenticate(request, **kwargs)

    def get_user(self, user_id):
        return None

    if DJANGO_VERSION >= (5, 2):
        async def aget_user(self, user_id):
            return self.get_user(user_id)

    def get_user_permissions(self, user_obj, obj=None):
        return set()

    def get_group_permissions(self, user_obj, obj=None):
        return set()

    def get_all_permissions(self, user_obj, obj=None):
        return {*self.get_user_permissions(user_obj, obj=obj), *self.get_group_permissions(user_obj, obj=obj)}

    def has_perm(self, user_obj, perm, obj=None):
        return perm in self.get_all_permissions(user_obj, obj=obj)

    if DJANGO_VERSION >= (5, 2):
        async def ahas_perm(self, user_obj, perm, obj=None):
            return self.has_perm(user_obj, perm, obj)

    if DJANGO_VERSION >= (5, 2):
        aget_all_permissions = aget_group_permissions = aget_user_permissions = opaque("left out of BaseBackend")


class ModelBackend(BaseBackend):
    def authenticate(self, request, username=None, password=None, **kwargs):
        UserModel = get_user_model()
        if username is None:
            username = kwargs.get(UserModel.USERNAME_FIELD)
        if username is None or password is None:
            return
        try:
            user = UserModel._default_manager.get_by_natural_key(username)
        except UserModel.DoesNotExist:
            return None
        if user.check_password(password) and self.user_can_authenticate(user):
            return user

    def user_can_authenticate(self, user):
        return getattr(user, "is_active", True)

    def _get_user_permissions(self, user_obj):
        return world("the permissions of a user")

    def _get_group_permissions(self, user_obj):
        return world("the permissions of the groups of a user")

    def _get_permissions(self, user_obj, obj, from_name):
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        return world("the permissions of a user")

    def get_user_permissions(self, user_obj, obj=None):
        return self._get_permissions(user_obj, obj, "user")

    def get_group_permissions(self, user_obj, obj=None):
        return self._get_permissions(user_obj, obj, "group")

    def get_all_permissions(self, user_obj, obj=None):
        return self._get_permissions(user_obj, obj, "all")

    def has_perm(self, user_obj, perm, obj=None):
        return user_obj.is_active and super().has_perm(user_obj, perm, obj=obj)

    def has_module_perms(self, user_obj, app_label):
        return user_obj.is_active and bool(self.get_all_permissions(user_obj))

    def with_perm(self, perm, is_active=True, include_superusers=True, obj=None):
        return get_user_model()._default_manager.all()

    def get_user(self, user_id):
        UserModel = get_user_model()
        try:
            user = UserModel._default_manager.get(pk=user_id)
        except UserModel.DoesNotExist:
            return None
        return user if self.user_can_authenticate(user) else None

    if DJANGO_VERSION >= (5, 2):
        aget_group_permissions = aget_user_permissions = ahas_module_perms = opaque("left out of ModelBackend")


class AllowAllUsersModelBackend(ModelBackend):
    def user_can_authenticate(self, user):
        return True


class RemoteUserBackend(ModelBackend):
    create_unknown_user = True

    def authenticate(self, request, remote_user):
        if not remote_user:
            return
        UserModel = get_user_model()
        username = self.clean_username(remote_user)
        created = False
        if self.create_unknown_user:
            user, created = UserModel._default_manager.get_or_create(**{UserModel.USERNAME_FIELD: username})
        else:
            try:
                user = UserModel._default_manager.get_by_natural_key(username)
            except UserModel.DoesNotExist:
                return None
        user = self.configure_user(request, user, created=created)
        return user if self.user_can_authenticate(user) else None

    def clean_username(self, username):
        return username

    def configure_user(self, request, user, created=True):
        return user

    if DJANGO_VERSION >= (5, 2):
        aconfigure_user = opaque("left out of RemoteUserBackend")


class AllowAllUsersRemoteUserBackend(RemoteUserBackend):
    def user_can_authenticate(self, user):
        return True
