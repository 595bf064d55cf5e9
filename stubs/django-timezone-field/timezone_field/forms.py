from django import forms


class TimeZoneFormField(forms.TypedChoiceField):
    def __init__(self, *args, **kwargs):
        self.use_pytz = kwargs.pop('use_pytz', None)
        kwargs.pop('choices_display', None)
        super().__init__(*args, **kwargs)
