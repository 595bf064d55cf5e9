from django.db import models

from _unlatched import opaque


class RichTextField(models.TextField):
    def __init__(self, *args, **kwargs):
        for name in ('config_name', 'extra_plugins', 'external_plugin_resources'):
            kwargs.pop(name, None)
        super().__init__(*args, **kwargs)


def __getattr__(name):
    return opaque('ckeditor.fields.' + name)
