"""Settings from the environment, under DJANGO_<NAME> unless they say otherwise."""
import os

from _unlatched import opaque


def setup_value(target, name, value):
    made = value.setup(name)
    # A subclass may set `value` to something else than what it gives (configurations/values.py, 2.5.1).
    setattr(target, name, value.value)
    if value.multiple and isinstance(made, dict):
        for multiple_name, multiple_value in made.items():
            setattr(target, multiple_name, multiple_value)


class Value:
    multiple = False
    late_binding = False
    environ_required = False

    def __new__(cls, *args, **kwargs):
        """What is settled already is no Value at all (configurations/values.py, 2.5.1)."""
        instance = object.__new__(cls)
        if 'late_binding' in kwargs:
            instance.late_binding = kwargs.get('late_binding')
        if not instance.late_binding:
            instance.__init__(*args, **kwargs)
            if (instance.environ and instance.environ_name) or (not instance.environ and instance.default):
                return instance.setup(instance.environ_name)
        return instance

    def __init__(self, default=None, environ=True, environ_name=None, environ_prefix='DJANGO', environ_required=False, *args, **kwargs):
        self.default = default.default if isinstance(default, Value) else default
        self.environ = environ
        self.environ_prefix = environ_prefix[:-1] if environ_prefix and environ_prefix.endswith('_') else environ_prefix
        self.environ_name = environ_name
        self.environ_required = environ_required

    @property
    def value(self):
        if not hasattr(self, '_value') and self.environ_name:
            self.setup(self.environ_name)
        return self._value if hasattr(self, '_value') else self.default

    @value.setter
    def value(self, value):
        self._value = value

    def __str__(self):
        return str(self.value)

    def __eq__(self, other):
        return self.value == other

    def __bool__(self):
        return bool(self.value)

    def full_environ_name(self, name):
        name = self.environ_name or name.upper()
        return f'{self.environ_prefix}_{name}' if self.environ_prefix else name

    def setup(self, name):
        self.value = self._unlatched_found(name)
        return self.value

    def _unlatched_found(self, name):
        if not self.environ:
            return self.default
        full = self.full_environ_name(name)
        found = os.environ.get(full)
        if found is not None:
            return self.to_python(found)
        # A service that runs has its secrets.
        secret = self.default is None and any(word in full for word in ('SECRET', 'KEY', 'PASSWORD', 'TOKEN'))
        return os.environ[full] if secret else self.default

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
    def to_python(self, value):
        return float(value)


class DecimalValue(Value):
    pass


class SequenceValue(Value):
    sequence_type = list
    converter = None

    def __init__(self, *args, **kwargs):
        self.separator = kwargs.pop('separator', ',')
        self.converter = kwargs.pop('converter', None) or self.converter
        super().__init__(*args, **kwargs)
        self.default = self.sequence_type() if self.default is None else self.sequence_type(self.default)

    def to_python(self, value):
        found = [item.strip() for item in value.split(self.separator) if item.strip()]
        return self.sequence_type(found)


class ListValue(SequenceValue):
    pass


class TupleValue(SequenceValue):
    sequence_type = tuple


class BackendsValue(ListValue):
    pass


class SetValue(ListValue):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.default = set(self.default)

    def to_python(self, value):
        return set(super().to_python(value))


class DictValue(Value):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.default = {} if self.default is None else dict(self.default)

    def to_python(self, value):
        return opaque('dictionary from the environment')


class SecretValue(Value):
    def __init__(self, *args, **kwargs):
        kwargs['environ'] = True
        kwargs['environ_required'] = True
        super().__init__(*args, **kwargs)


class PathValue(Value):
    def __init__(self, *args, **kwargs):
        self.check_exists = kwargs.pop('check_exists', True)
        super().__init__(*args, **kwargs)


class DatabaseURLValue(Value):
    environ_name = 'DATABASE_URL'
    late_binding = True

    def _unlatched_found(self, name):
        return {'default': {'ENGINE': opaque('database engine')}}


class CacheURLValue(Value):
    environ_name = 'CACHE_URL'
    late_binding = True

    def _unlatched_found(self, name):
        return {'default': {'BACKEND': opaque('cache backend')}}


class EmailURLValue(Value):
    late_binding = True

    def _unlatched_found(self, name):
        return {}


def __getattr__(name):
    return opaque('configurations.values.' + name)
