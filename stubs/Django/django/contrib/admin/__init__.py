"""The admin site."""
from _unlatched import opaque
from django.contrib.admin.decorators import action, display, register
from django.contrib.admin.filters import (
    AllValuesFieldListFilter, BooleanFieldListFilter, ChoicesFieldListFilter, DateFieldListFilter, EmptyFieldListFilter,
    FieldListFilter, ListFilter, RelatedFieldListFilter, RelatedOnlyFieldListFilter, SimpleListFilter,
)
from django.contrib.admin.options import HORIZONTAL, VERTICAL, ModelAdmin, ShowFacets, StackedInline, TabularInline
from django.contrib.admin.sites import AdminSite, site
from django.utils.module_loading import autodiscover_modules


def autodiscover():
    autodiscover_modules("admin", register_to=site)


def __getattr__(name):
    return opaque("django.contrib.admin." + name)
