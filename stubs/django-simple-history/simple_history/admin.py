from django.contrib import admin
from django.http import HttpResponse
from django.core.exceptions import PermissionDenied
from django.urls import re_path

from _unlatched import opaque


class SimpleHistoryAdmin(admin.ModelAdmin):
    object_history_template = 'simple_history/object_history.html'

    def get_urls(self):
        name = f'{self.opts.app_label}_{self.opts.model_name}_simple_history'
        page = self.admin_site.admin_view(self.history_form_view)
        return [re_path('^([^/]+)/history/([^/]+)/$', page, name=name)] + super().get_urls()

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        return HttpResponse(opaque('page'))
