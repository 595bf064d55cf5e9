"""The admin of tags."""
from django.contrib import admin
from django.http import HttpResponse
from django.urls import path

from _unlatched import version_of
from taggit.models import Tag, TaggedItem


class TaggedItemInline(admin.StackedInline):
    model = TaggedItem


@admin.register(Tag)
class TagAdmin(admin.ModelAdmin):
    inlines = [TaggedItemInline]
    list_display = ['name', 'slug']
    ordering = ['name', 'slug']
    search_fields = ['name']
    prepopulated_fields = {'slug': ['name']}

    def get_urls(self):
        if version_of('django-taggit') < (6,):
            return super().get_urls()
        merge = path('merge-tags/', self.admin_site.admin_view(self.merge_tags_view), name='taggit_tag_merge_tags')
        return [merge, *super().get_urls()]

    def merge_tags_view(self, request):
        return HttpResponse()
