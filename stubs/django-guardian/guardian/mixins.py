from django.conf import settings
from django.contrib.auth.decorators import REDIRECT_FIELD_NAME, login_required
from django.core.exceptions import ImproperlyConfigured, PermissionDenied

from guardian.shortcuts import get_objects_for_user
from guardian.utils import get_40x_or_None, get_anonymous_user, get_group_obj_perms_model, get_user_obj_perms_model


class LoginRequiredMixin:
    redirect_field_name = REDIRECT_FIELD_NAME
    login_url = settings.LOGIN_URL

    def dispatch(self, request, *args, **kwargs):
        guarded = login_required(redirect_field_name=self.redirect_field_name, login_url=self.login_url)(super().dispatch)
        return guarded(request, *args, **kwargs)


class PermissionRequiredMixin:
    login_url = settings.LOGIN_URL
    permission_required = None
    redirect_field_name = REDIRECT_FIELD_NAME
    return_403 = False
    return_404 = False
    raise_exception = False
    object_permission_denied_message = ''
    accept_global_perms = False
    any_perm = False

    def get_object_permission_denied_message(self):
        return self.object_permission_denied_message

    def get_required_permissions(self, request=None):
        if isinstance(self.permission_required, str):
            return [self.permission_required]
        if self.permission_required is None:
            raise ImproperlyConfigured("'PermissionRequiredMixin' requires 'permission_required' to be set")
        return list(self.permission_required)

    def get_permission_object(self):
        if hasattr(self, 'permission_object'):
            return self.permission_object
        return hasattr(self, 'get_object') and self.get_object() or getattr(self, 'object', None)

    def check_permissions(self, request):
        return self._check_permissions_for_object(request, self.get_permission_object())

    def _check_permissions_for_object(self, request, obj):
        forbidden = get_40x_or_None(
            request,
            perms=self.get_required_permissions(request),
            obj=obj,
            login_url=self.login_url,
            redirect_field_name=self.redirect_field_name,
            return_403=self.return_403,
            return_404=self.return_404,
            permission_denied_message=self.get_object_permission_denied_message(),
            accept_global_perms=self.accept_global_perms,
            any_perm=self.any_perm,
        )
        if forbidden:
            self.on_permission_check_fail(request, forbidden, obj=obj)
        if forbidden and self.raise_exception:
            raise PermissionDenied(self.get_object_permission_denied_message())
        return forbidden

    def on_permission_check_fail(self, request, response, obj=None):
        pass

    def dispatch(self, request, *args, **kwargs):
        self.request = request
        self.args = args
        self.kwargs = kwargs
        response = self.check_permissions(request)
        if response:
            return response
        return super().dispatch(request, *args, **kwargs)


class GuardianUserMixin:
    @staticmethod
    def get_anonymous():
        return get_anonymous_user()

    def add_obj_perm(self, perm, obj):
        return get_user_obj_perms_model().objects.assign_perm(perm, self, obj)

    def del_obj_perm(self, perm, obj):
        return get_user_obj_perms_model().objects.remove_perm(perm, self, obj)


class GuardianGroupMixin:
    def add_obj_perm(self, perm, obj):
        return get_group_obj_perms_model().objects.assign_perm(perm, self, obj)

    def del_obj_perm(self, perm, obj):
        return get_group_obj_perms_model().objects.remove_perm(perm, self, obj)


class PermissionListMixin:
    permission_required = None
    get_objects_for_user_extra_kwargs = {}

    def get_required_permissions(self, request=None):
        if isinstance(self.permission_required, str):
            return [self.permission_required]
        if self.permission_required is None:
            raise ImproperlyConfigured("'PermissionRequiredMixin' requires 'permission_required' to be set")
        return list(self.permission_required)

    def get_get_objects_for_user_kwargs(self, queryset):
        return self.get_user_object_kwargs(queryset)

    def get_user_object_kwargs(self, queryset):
        perms = self.get_required_permissions(self.request)
        return {'user': self.request.user, 'perms': perms, 'klass': queryset, **self.get_objects_for_user_extra_kwargs}

    def get_queryset(self, *args, **kwargs):
        return get_objects_for_user(**self.get_user_object_kwargs(super().get_queryset(*args, **kwargs)))
