from django.db import models


class MultiSelectField(models.CharField):
    def __init__(self, *args, **kwargs):
        for name in ('min_choices', 'max_choices'):
            kwargs.pop(name, None)
        kwargs.setdefault('max_length', 200)
        super().__init__(*args, **kwargs)


class SortMultiSelectField(MultiSelectField):
    pass
