from django.contrib import admin
from django.http import HttpResponse
from django.urls import path
from django.views.i18n import JavaScriptCatalog

from _unlatched import effect, opaque


class TreeAdmin(admin.ModelAdmin):
    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path('move/', view(self.move_node)),
            path('children/<str:parent_id>/', view(self.children_view)),
            path('jsi18n/', JavaScriptCatalog.as_view(packages=['treebeard']), name='javascript-catalog'),
        ] + super().get_urls()

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, extra_context)

    def children_view(self, request, parent_id):
        return HttpResponse(opaque('nodes of a tree'))

    def move_node(self, request):
        effect('db-write', 'a node of a tree is moved')
        return HttpResponse(opaque('answer'))


def admin_factory(form_class):
    return TreeAdmin
