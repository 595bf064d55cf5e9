"""Pages of the admin that change object permissions: they stand behind `admin_view`, then behind `has_change_permission`."""
from django.contrib import admin
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse

from _unlatched import opaque
from guardian.shortcuts import get_objects_for_user


class GuardedInlineAdminMixin:
    def _unlatched_has(self, request, action, obj):
        opts = self.model._meta
        perm = f'{opts.app_label}.{action}_{opts.model_name}'
        return request.user.has_perm(perm) if obj is None else request.user.has_perm(perm, obj)

    def has_add_permission(self, request, obj=None):
        return self._unlatched_has(request, 'add', obj)

    def has_view_permission(self, request, obj=None):
        return self._unlatched_has(request, 'view', obj)

    def has_change_permission(self, request, obj=None):
        return self._unlatched_has(request, 'change', obj)

    def has_delete_permission(self, request, obj=None):
        return self._unlatched_has(request, 'delete', obj)


class GuardedModelAdminMixin:
    change_form_template = 'admin/guardian/model/change_form.html'
    user_can_access_owned_objects_only = False
    user_owned_objects_field = 'user'
    user_can_access_owned_by_group_objects_only = False
    group_owned_objects_field = 'group'
    include_object_permissions_urls = True

    def get_urls(self):
        urls = super().get_urls()
        if not self.include_object_permissions_urls:
            return urls
        prefix = f'{self.model._meta.app_label}_{self.model._meta.model_name}_permissions'
        view = self.admin_site.admin_view
        return [
            path('<object_pk>/permissions/', view=view(self.obj_perms_manage_view), name=prefix),
            path(
                '<object_pk>/permissions/user-manage/<user_id>/',
                view=view(self.obj_perms_manage_user_view),
                name=prefix + '_manage_user',
            ),
            path(
                '<object_pk>/permissions/group-manage/<group_id>/',
                view=view(self.obj_perms_manage_group_view),
                name=prefix + '_manage_group',
            ),
        ] + urls

    def _unlatched_page(self, request, object_pk):
        if not self.has_change_permission(request, None):
            return redirect(reverse('admin:index', current_app=self.admin_site.name))
        get_object_or_404(self.get_queryset(request), pk=object_pk)
        return HttpResponse(opaque('page of the admin'))

    def obj_perms_manage_view(self, request, object_pk):
        return self._unlatched_page(request, object_pk)

    def obj_perms_manage_user_view(self, request, object_pk, user_id):
        return self._unlatched_page(request, object_pk)

    def obj_perms_manage_group_view(self, request, object_pk, group_id):
        return self._unlatched_page(request, object_pk)

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        if request.user.is_superuser:
            return queryset
        if getattr(self, 'user_can_access_permitted_objects_only', False):
            queryset = get_objects_for_user(user=request.user, perms=self.permitted_objects_perms, klass=queryset)
        if self.user_can_access_owned_objects_only:
            queryset = queryset.filter(**{self.user_owned_objects_field: request.user})
        if self.user_can_access_owned_by_group_objects_only:
            queryset = queryset.filter(**{f'{self.group_owned_objects_field}__in': request.user.groups.all()})
        return queryset


class GuardedModelAdmin(GuardedModelAdminMixin, admin.ModelAdmin):
    pass
