from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import path

from _unlatched import effect, opaque
from import_export.mixins import BaseExportMixin, BaseImportMixin


class ImportExportMixinBase:
    def get_model_info(self):
        return (self.opts.app_label, self.opts.model_name)

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, extra_context)


def _unlatched_allowed(model_admin, request, setting):
    code = getattr(settings, setting, None)
    if code is None:
        return True
    return request.user.has_perm(f'{model_admin.opts.app_label}.{code}_{model_admin.opts.model_name}')


class ImportMixin(BaseImportMixin, ImportExportMixinBase):
    def has_import_permission(self, request):
        return _unlatched_allowed(self, request, 'IMPORT_EXPORT_IMPORT_PERMISSION_CODE')

    def get_urls(self):
        name = '_'.join(self.get_model_info())
        view = self.admin_site.admin_view
        return [
            path('process_import/', view(self.process_import), name=name + '_process_import'),
            path('import/', view(self.import_action), name=name + '_import'),
        ] + super().get_urls()

    def process_import(self, request, **kwargs):
        return self.import_action(request)

    def import_action(self, request, **kwargs):
        if not self.has_import_permission(request):
            raise PermissionDenied
        effect('db-write', 'rows are imported')
        return HttpResponse(opaque('page'))

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, extra_context)


class ExportMixin(BaseExportMixin, ImportExportMixinBase):
    def has_export_permission(self, request):
        return _unlatched_allowed(self, request, 'IMPORT_EXPORT_EXPORT_PERMISSION_CODE')

    def get_urls(self):
        name = '_'.join(self.get_model_info()) + '_export'
        return [path('export/', self.admin_site.admin_view(self.export_action), name=name)] + super().get_urls()

    def export_action(self, request):
        if not self.has_export_permission(request):
            raise PermissionDenied
        return HttpResponse(opaque('exported rows'))

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, extra_context)


class ImportExportMixin(ImportMixin, ExportMixin):
    pass


class ImportExportModelAdmin(ImportExportMixin, admin.ModelAdmin):
    pass


class ExportActionMixin(ExportMixin):
    def change_view(self, request, object_id, form_url='', extra_context=None):
        return super().change_view(request, object_id, form_url, extra_context)

    def response_change(self, request, obj):
        return super().response_change(request, obj)


class ExportActionModelAdmin(ExportActionMixin, admin.ModelAdmin):
    pass


class ImportExportActionModelAdmin(ImportMixin, ExportActionModelAdmin):
    pass


def __getattr__(name):
    return opaque('import_export.admin.' + name)
