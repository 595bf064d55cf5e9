"""Users and groups in the admin."""
from _unlatched import opaque, DJANGO_VERSION
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse


_unlatched_add = ("username", "usable_password", "password1", "password2") if DJANGO_VERSION >= (5, 1) else ("username", "password1", "password2")


@admin.register(Group)
class GroupAdmin(admin.ModelAdmin):
    search_fields = ("name",)
    ordering = ("name",)
    filter_horizontal = ("permissions",)


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    add_form_template = "admin/auth/user/add_form.html"
    change_user_password_template = None
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Personal info", {"fields": ("first_name", "last_name", "email")}),
        ("Permissions", {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")}),
        ("Important dates", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = ((None, {"classes": ("wide",), "fields": _unlatched_add}),)
    list_display = ("username", "email", "first_name", "last_name", "is_staff")
    list_filter = ("is_staff", "is_superuser", "is_active", "groups")
    search_fields = ("username", "first_name", "last_name", "email")
    ordering = ("username",)
    filter_horizontal = ("groups", "user_permissions")

    def get_urls(self):
        from django.urls import path

        return [
            path("<id>/password/", self.admin_site.admin_view(self.user_change_password), name="auth_user_password_change"),
        ] + super().get_urls()

    def user_change_password(self, request, id, form_url=""):
        if not self.has_change_permission(request, None):
            raise PermissionDenied
        return TemplateResponse(request, "admin/auth/user/change_password.html", {})

    add_form = change_password_form = opaque("left out of UserAdmin")
