from django.contrib.admin.sites import AdminSite


class OTPAdminSite(AdminSite):
    def has_permission(self, request):
        return super().has_permission(request) and request.user.is_verified()


def user_model_search_fields(field_names):
    return []
