from django.contrib.admin.options import ModelAdmin

from _unlatched import opaque


class MPTTModelAdmin(ModelAdmin):
    pass


class DraggableMPTTAdmin(MPTTModelAdmin):
    pass


def __getattr__(name):
    return opaque('mptt.admin.' + name)
