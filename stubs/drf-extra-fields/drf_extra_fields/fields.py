from rest_framework.fields import DictField, EmailField, FileField, ImageField

from _unlatched import opaque


class Base64FieldMixin:
    def __init__(self, *args, **kwargs):
        self.represent_in_base64 = kwargs.pop('represent_in_base64', False)
        super().__init__(*args, **kwargs)

    def to_internal_value(self, base64_data):
        return base64_data

    def get_file_extension(self, filename, decoded_file):
        raise NotImplementedError

    def get_file_name(self, decoded_file):
        return opaque('random name of a file')

    def to_representation(self, file):
        return opaque('contents or address of a file')


class Base64ImageField(Base64FieldMixin, ImageField):
    def get_file_extension(self, filename, decoded_file):
        return opaque('ending of a file')


class HybridImageField(Base64ImageField):
    def to_internal_value(self, data):
        return data


class Base64FileField(Base64FieldMixin, FileField):
    def get_file_extension(self, filename, decoded_file):
        raise NotImplementedError


class RangeField(DictField):
    pass


class IntegerRangeField(RangeField):
    pass


class FloatRangeField(RangeField):
    pass


class DecimalRangeField(RangeField):
    pass


class DateTimeRangeField(RangeField):
    pass


class DateRangeField(RangeField):
    pass


class LowercaseEmailField(EmailField):
    pass


def __getattr__(name):
    return opaque('drf_extra_fields.fields.' + name)
