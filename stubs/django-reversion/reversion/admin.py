from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import re_path

from reversion.revisions import create_revision


class VersionAdmin(admin.ModelAdmin):
    object_history_template = 'reversion/object_history.html'
    change_list_template = 'reversion/change_list.html'
    revision_form_template = None
    recover_list_template = None
    recover_form_template = None
    history_latest_first = False

    def reversion_register(self, model, **kwargs):
        pass

    def create_revision(self, request):
        return create_revision()

    def get_urls(self):
        urls = super().get_urls()
        site = self.admin_site
        info = self.model._meta.app_label, self.model._meta.model_name
        return [
            re_path(r'^recover/$', site.admin_view(self.recoverlist_view), name='%s_%s_recoverlist' % info),
            re_path(r'^recover/(\d+)/$', site.admin_view(self.recover_view), name='%s_%s_recover' % info),
            re_path(r'^([^/]+)/history/(\d+)/$', site.admin_view(self.revision_view), name='%s_%s_revision' % info),
        ] + urls

    def recover_view(self, request, version_id, extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied
        return TemplateResponse(request, 'reversion/recover_form.html', extra_context or {})

    def revision_view(self, request, object_id, version_id, extra_context=None):
        if not self.has_change_permission(request):
            raise PermissionDenied
        return TemplateResponse(request, 'reversion/revision_form.html', extra_context or {})

    def recoverlist_view(self, request, extra_context=None):
        if not self.has_change_permission(request) or not self.has_add_permission(request):
            raise PermissionDenied
        return TemplateResponse(request, 'reversion/recover_list.html', extra_context or {})
