from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin, InlineModelAdmin

from _unlatched import opaque


class TranslationBaseModelAdmin(BaseModelAdmin):
    pass


class TranslationAdmin(TranslationBaseModelAdmin, admin.ModelAdmin):
    pass


class TranslationInlineModelAdmin(TranslationBaseModelAdmin, InlineModelAdmin):
    pass


class TranslationTabularInline(TranslationInlineModelAdmin, admin.TabularInline):
    pass


class TranslationStackedInline(TranslationInlineModelAdmin, admin.StackedInline):
    pass


class TabbedDjangoJqueryTranslationAdmin(TranslationAdmin):
    pass


class TabbedExternalJqueryTranslationAdmin(TranslationAdmin):
    pass


TabbedTranslationAdmin = TabbedDjangoJqueryTranslationAdmin


def __getattr__(name):
    return opaque('modeltranslation.admin.' + name)
