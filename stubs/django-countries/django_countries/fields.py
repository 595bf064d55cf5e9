from django.db.models.fields import CharField

from _unlatched import opaque


class CountryField(CharField):
    def __init__(self, *args, **kwargs):
        for name in ('countries', 'countries_flag_url', 'countries_str_attr', 'blank_label', 'multiple_unique', 'multiple_sort'):
            kwargs.pop(name, None)
        self.multiple = kwargs.pop('multiple', None)
        kwargs.setdefault('max_length', 1000 if self.multiple else 2)
        super().__init__(*args, **kwargs)

    def get_internal_type(self):
        return 'CharField'


def __getattr__(name):
    return opaque('django_countries.fields.' + name)
