"""Values from the environment under DJANGO_<NAME>. Reading one from a settings class gives its default: the name is not known here."""
from _unlatched import opaque


class Value:
    multiple = False
    late_binding = False
    environ_required = False

    def __init__(self, default=None, environ=True, environ_name=None, environ_prefix='DJANGO', *args, **kwargs):
        self.default = default
        self.environ = environ
        self.environ_name = environ_name
        self.environ_prefix = environ_prefix

    def __get__(self, instance, owner):
        return self.value

    @property
    def value(self):
        import os

        if self.environ_name and self.environ:
            prefix = self.environ_prefix + '_' if self.environ_prefix else ''
            found = os.environ.get(prefix + self.environ_name)
            if found is not None:
                return self.to_python(found)
        return self.default

    def to_python(self, value):
        return value


class MultipleMixin:
    multiple = True


class BooleanValue(Value):
    true_values = ('yes', 'y', 'true', '1')
    false_values = ('no', 'n', 'false', '0', '')

    def to_python(self, value):
        return value.strip().lower() in self.true_values


class CastingMixin:
    exception = (TypeError, ValueError)


class IntegerValue(Value):
    def to_python(self, value):
        return int(value)


class PositiveIntegerValue(IntegerValue):
    pass


class FloatValue(Value):
    pass


class DecimalValue(Value):
    pass


class SequenceValue(Value):
    def to_python(self, value):
        return [item.strip() for item in value.split(',') if item.strip()]


class ListValue(SequenceValue):
    pass


class TupleValue(SequenceValue):
    pass


class SecretValue(Value):
    pass


class PathValue(Value):
    pass


class DatabaseURLValue(Value):
    pass


class CacheURLValue(Value):
    pass


class EmailURLValue(Value):
    pass


def __getattr__(name):
    return opaque('configurations.values.' + name)
