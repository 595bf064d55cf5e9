from rest_framework.fields import CharField


class TimeZoneSerializerField(CharField):
    def __init__(self, *args, **kwargs):
        self.use_pytz = kwargs.pop('use_pytz', None)
        super().__init__(*args, **kwargs)
