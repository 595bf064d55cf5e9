from django.contrib import admin
from django.urls import re_path

from solo import settings


class SingletonModelAdmin(admin.ModelAdmin):
    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        urls = super().get_urls()
        if not settings.SOLO_ADMIN_SKIP_OBJECT_LIST_PAGE:
            return urls
        name = f'{self.model._meta.app_label}_{self.model._meta.model_name}'
        view = self.admin_site.admin_view
        own = {'object_id': str(self.singleton_instance_id)}
        return [
            re_path('^history/$', view(self.history_view), own, name=name + '_history'),
            re_path('^$', view(self.change_view), own, name=name + '_change'),
        ] + urls

    @property
    def singleton_instance_id(self):
        return getattr(self.model, 'singleton_instance_id', 1)
