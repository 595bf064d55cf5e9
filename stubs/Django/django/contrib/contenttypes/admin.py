"""Inlines of generic relations."""
from _unlatched import opaque
from django.contrib.admin.options import InlineModelAdmin


class GenericInlineModelAdmin(InlineModelAdmin):
    ct_field = "content_type"
    ct_fk_field = "object_id"
    checks_class = formset = media = opaque("left out of GenericInlineModelAdmin")


class GenericStackedInline(GenericInlineModelAdmin):
    template = "admin/edit_inline/stacked.html"
    media = opaque("left out of GenericStackedInline")


class GenericTabularInline(GenericInlineModelAdmin):
    template = "admin/edit_inline/tabular.html"
    media = opaque("left out of GenericTabularInline")
