from django.contrib import admin

from _unlatched import opaque


class PolymorphicParentModelAdmin(admin.ModelAdmin):
    base_model = None
    child_models = None
    polymorphic_list = False


class PolymorphicChildModelAdmin(admin.ModelAdmin):
    base_model = None
    base_form = None
    base_fieldsets = None
    show_in_index = False


class PolymorphicInlineSupportMixin:
    pass


class PolymorphicChildModelFilter(admin.SimpleListFilter):
    title = 'Type'
    parameter_name = 'polymorphic_ctype'


def __getattr__(name):
    return opaque('polymorphic.admin.' + name)
