from django.contrib import admin

from _unlatched import opaque
from waffle.models import Flag, Sample, Switch
from waffle.utils import get_setting


class BaseAdmin(admin.ModelAdmin):
    pass


class FlagAdmin(BaseAdmin):
    pass


class SwitchAdmin(BaseAdmin):
    pass


class SampleAdmin(BaseAdmin):
    pass


if get_setting('ENABLE_ADMIN_PAGES'):
    admin.site.register(Flag, FlagAdmin)
    admin.site.register(Sample, SampleAdmin)
    admin.site.register(Switch, SwitchAdmin)


def __getattr__(name):
    return opaque('waffle.admin.' + name)
