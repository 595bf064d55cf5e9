from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import resolve_url


class AdminSiteOTPRequiredMixin:
    def has_permission(self, request):
        return super().has_permission(request) and request.user.is_verified()

    def login(self, request, extra_context=None):
        return redirect_to_login(resolve_url(settings.LOGIN_REDIRECT_URL))


class AdminSiteOTPRequired(AdminSiteOTPRequiredMixin, AdminSite):
    pass


original_login = AdminSite.login


def patch_admin():
    """The log-in of every admin site leads to the page that asks for the second factor too."""

    def login(self, request, extra_context=None):
        return redirect_to_login(resolve_url(settings.LOGIN_REDIRECT_URL))

    AdminSite.login = login


def unpatch_admin():
    AdminSite.login = original_login
