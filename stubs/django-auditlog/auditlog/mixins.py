from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import path

from _unlatched import opaque


class LogEntryAdminMixin:
    pass


class LogAccessMixin:
    def render_to_response(self, context, **response_kwargs):
        return super().render_to_response(context, **response_kwargs)


class AuditlogHistoryAdminMixin:
    def get_urls(self):
        name = f'{self.model._meta.app_label}_{self.model._meta.model_name}_auditlog'
        view = self.admin_site.admin_view(self.auditlog_history_view)
        return [path('<path:object_id>/auditlog/', view, name=name)] + super().get_urls()

    def auditlog_history_view(self, request, object_id, extra_context=None):
        if not self.has_view_permission(request, self.get_object(request, object_id)):
            raise PermissionDenied
        return HttpResponse(opaque('page'))
