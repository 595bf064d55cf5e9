from django.db import models


class TimeZoneField(models.Field):
    default_max_length = 63

    def __init__(self, *args, **kwargs):
        kwargs.setdefault('max_length', self.default_max_length)
        self.use_pytz = kwargs.pop('use_pytz', None)
        self.choices_display = kwargs.pop('choices_display', None)
        super().__init__(*args, **kwargs)

    def get_internal_type(self):
        return 'CharField'
