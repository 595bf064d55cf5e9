from rest_framework import serializers


class PhoneNumberField(serializers.CharField):
    def __init__(self, *args, region=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.region = region

    def to_internal_value(self, data):
        return data
