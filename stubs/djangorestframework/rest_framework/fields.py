"""Serializer fields: names and inheritance; what they check is about the data, not about who sends it."""
from _unlatched import DRF_VERSION, opaque
from rest_framework.exceptions import ErrorDetail, ValidationError  # noqa: F401


class empty:
    """No data was given; None would be data."""


class SkipField(Exception):
    pass


class BuiltinSignatureError(Exception):
    pass


class CreateOnlyDefault:
    requires_context = True

    def __init__(self, default):
        self.default = default

    def __call__(self, serializer_field):
        return self.default


class CurrentUserDefault:
    requires_context = True

    def __call__(self, serializer_field):
        return serializer_field.context['request'].user


class Field:
    default_validators = []
    initial = None

    def __init__(self, *args, **kwargs):
        self.read_only = kwargs.get('read_only', False)
        self.write_only = kwargs.get('write_only', False)
        self.default = kwargs.get('default', empty)
        self.allow_null = kwargs.get('allow_null', False)
        self.required = kwargs.get('required', self.default is empty and not self.read_only)
        self.source = kwargs.get('source')
        self.queryset = kwargs.get('queryset')
        self.error_messages = opaque('error messages of a field')
        validators = kwargs.get('validators')
        self.validators = list(self.default_validators if validators is None else validators)

    @property
    def context(self):
        return getattr(self, '_context', {})

    def to_internal_value(self, data):
        return data

    def to_representation(self, value):
        return value

    def get_attribute(self, instance):
        return opaque('attribute of a serializer field')

    def get_default(self):
        return opaque('default of a serializer field') if callable(self.default) else self.default

    def get_value(self, dictionary):
        return opaque('value of a serializer field')

    def bind(self, field_name, parent):
        pass

    def fail(self, key, **kwargs):
        raise ValidationError(key)

    def run_validation(self, data=empty):
        return self.to_internal_value(data)

    def run_validators(self, value):
        pass

    def validate_empty_values(self, data):
        return (False, data)


class BooleanField(Field):
    pass


class CharField(Field):
    pass


class EmailField(CharField):
    pass


class RegexField(CharField):
    pass


class SlugField(CharField):
    pass


class URLField(CharField):
    pass


class UUIDField(Field):
    pass


class IPAddressField(CharField):
    pass


class IntegerField(Field):
    pass


if DRF_VERSION >= (3, 17):

    class BigIntegerField(IntegerField):
        pass


class FloatField(Field):
    pass


class DecimalField(Field):
    pass


class DateTimeField(Field):
    pass


class DateField(Field):
    pass


class TimeField(Field):
    pass


class DurationField(Field):
    pass


class ChoiceField(Field):
    pass


class MultipleChoiceField(ChoiceField):
    pass


class FilePathField(ChoiceField):
    pass


class FileField(Field):
    pass


class ImageField(FileField):
    pass


class _UnvalidatedField(Field):
    pass


class ListField(Field):
    pass


class DictField(Field):
    pass


class HStoreField(DictField):
    pass


class JSONField(Field):
    _is_jsonfield = True


class ReadOnlyField(Field):
    pass


class HiddenField(Field):
    pass


class SerializerMethodField(Field):
    pass


class ModelField(Field):
    pass


def get_attribute(instance, attrs):
    return opaque('attribute of a serialized object')


def get_error_detail(exc_info):
    return opaque('details of a validation error')


def is_simple_callable(obj):
    return callable(obj)


def to_choices_dict(choices):
    return opaque('choices')


def flatten_choices_dict(choices):
    return opaque('choices')


def __getattr__(name):
    return opaque('rest_framework.fields.' + name)
