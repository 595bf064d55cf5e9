"""The admin site."""
from _unlatched import DJANGO_VERSION, opaque
from django.contrib.admin.decorators import action, display, register
from django.contrib.admin.filters import (
    AllValuesFieldListFilter, BooleanFieldListFilter, ChoicesFieldListFilter, DateFieldListFilter, EmptyFieldListFilter,
    FieldListFilter, ListFilter, RelatedFieldListFilter, RelatedOnlyFieldListFilter, SimpleListFilter,
)
from django.contrib.admin.options import HORIZONTAL, VERTICAL, ModelAdmin, StackedInline, TabularInline
from django.contrib.admin.sites import AdminSite, site
from django.utils.module_loading import autodiscover_modules

if DJANGO_VERSION >= (5, 0):
    from django.contrib.admin.options import ShowFacets


def autodiscover():
    autodiscover_modules("admin", register_to=site)


def __getattr__(name):
    return opaque("django.contrib.admin." + name)
