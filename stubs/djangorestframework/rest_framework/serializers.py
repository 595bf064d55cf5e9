"""Serializers: validation hooks of the project run on data that the caller chose; output is somebody's data."""
from django.core.exceptions import ObjectDoesNotExist  # noqa: F401
from django.utils.functional import _unlatched_once, cached_property

from _unlatched import DRF_VERSION, attacker, db_instance, effect, is_known, opaque, world
from rest_framework.exceptions import ErrorDetail, ValidationError  # noqa: F401
from rest_framework.fields import (  # noqa: F401
    BooleanField,
    CharField,
    ChoiceField,
    CreateOnlyDefault,
    CurrentUserDefault,
    DateField,
    DateTimeField,
    DecimalField,
    DictField,
    DurationField,
    EmailField,
    Field,
    FileField,
    FilePathField,
    FloatField,
    HiddenField,
    HStoreField,
    ImageField,
    IntegerField,
    IPAddressField,
    JSONField,
    ListField,
    ModelField,
    MultipleChoiceField,
    ReadOnlyField,
    RegexField,
    SerializerMethodField,
    SkipField,
    SlugField,
    TimeField,
    URLField,
    UUIDField,
    empty,
)
from rest_framework.relations import (  # noqa: F401
    Hyperlink,
    HyperlinkedIdentityField,
    HyperlinkedRelatedField,
    ManyRelatedField,
    PKOnlyObject,
    PrimaryKeyRelatedField,
    RelatedField,
    SlugRelatedField,
    StringRelatedField,
)
from rest_framework.validators import (  # noqa: F401
    UniqueForDateValidator,
    UniqueForMonthValidator,
    UniqueForYearValidator,
    UniqueTogetherValidator,
    UniqueValidator,
)

if DRF_VERSION >= (3, 17):
    from rest_framework.fields import BigIntegerField  # noqa: F401

LIST_SERIALIZER_KWARGS = (
    'read_only',
    'write_only',
    'required',
    'default',
    'initial',
    'source',
    'label',
    'help_text',
    'style',
    'error_messages',
    'allow_empty',
    'instance',
    'data',
    'partial',
    'context',
    'allow_null',
    'max_length',
    'min_length',
)
ALL_FIELDS = '__all__'


class BaseSerializer(Field):
    """`many=True` makes a ListSerializer in DRF; here the same object stands for both."""

    def __init__(self, instance=None, data=empty, **kwargs):
        super().__init__(**kwargs)
        self.instance = instance
        # What a request holds is never this class.
        if not is_known(data) or data is not empty:
            self.initial_data = data
        self.partial = kwargs.get('partial', False)
        self._context = kwargs.get('context', {})

    def __class_getitem__(cls, *args, **kwargs):
        return cls

    def to_internal_value(self, data):
        raise NotImplementedError('`to_internal_value()` must be implemented.')

    def to_representation(self, instance):
        raise NotImplementedError('`to_representation()` must be implemented.')

    def update(self, instance, validated_data):
        raise NotImplementedError('`update()` must be implemented.')

    def create(self, validated_data):
        raise NotImplementedError('`create()` must be implemented.')

    def save(self, **kwargs):
        effect('db-write', 'serializer.save()')
        validated_data = {**self.validated_data, **kwargs}
        if self.instance is not None:
            self.instance = self.update(self.instance, validated_data)
        else:
            self.instance = self.create(validated_data)
        return self.instance

    def is_valid(self, *, raise_exception=False):
        if not hasattr(self, '_validated_data'):
            try:
                self._validated_data = self.run_validation(self.initial_data)
                self._errors = {}
            except ValidationError as error:
                self._validated_data = {}
                self._errors = error.detail
        if self._errors and raise_exception:
            raise ValidationError(self._errors)
        return not bool(self._errors)

    @property
    def data(self):
        if self.instance is not None:
            effect('db-read', 'serializer.data')
        return world('serialized data')

    @property
    def errors(self):
        return self._errors

    @property
    def validated_data(self):
        assert hasattr(self, '_validated_data'), 'You must call `.is_valid()` before accessing `.validated_data`.'
        return self._validated_data


@_unlatched_once
def _unlatched_declare(cls):
    declared = {}
    for base in cls.__mro__[::-1]:
        declared.update({key: value for key, value in base.__dict__.items() if isinstance(value, Field)})
    cls._declared_fields = declared
    return declared


class SerializerMetaclass(type):
    def __getattr__(cls, name):
        # Made when it is first asked for: few serializers are changed after their class statement.
        if name != '_declared_fields':
            raise AttributeError(name)
        return _unlatched_declare(cls)


class Serializer(BaseSerializer, metaclass=SerializerMetaclass):
    @cached_property
    def fields(self):
        return opaque('serializer.fields')

    def get_fields(self):
        return opaque('serializer.get_fields()')

    def get_validators(self):
        return []

    def get_initial(self):
        return opaque('serializer.get_initial()')

    def run_validation(self, data=empty):
        """The caller can make the data well formed; only a required field that is left away and the project's own hooks refuse it."""
        value = self.to_internal_value(data)
        self.run_validators(value)
        return self.validate(value)

    def run_validators(self, value):
        pass

    def to_internal_value(self, data):
        value = {}
        for name in dir(self.__class__):
            if name.startswith('_'):
                continue
            field = getattr(self.__class__, name, None)
            if isinstance(field, Field) and not field.read_only:
                given = self._unlatched_given(data, name, field.required and not field.allow_null)
                if field.default is not empty and not self.partial and given is None:
                    given = field.get_default()
                value[field.source or name] = given
        for name in dir(self.__class__):
            if name.startswith('validate_') and name != 'validate_empty_values':
                field_name = name[len('validate_') :]
                value[field_name] = getattr(self, name)(data.get(field_name))
        return value

    def _unlatched_given(self, data, name, required=True):
        given = data.get(name)
        if required and not self.partial and given is None:
            raise ValidationError({name: ['This field is required.']})
        return given

    def to_representation(self, instance):
        return opaque('serializer.to_representation()')

    def validate(self, attrs):
        return attrs

    @property
    def data(self):
        return super().data

    @property
    def errors(self):
        return super().errors


class ListSerializer(BaseSerializer):
    child = None
    many = True

    def to_internal_value(self, data):
        return attacker('body:list')

    def run_validation(self, data=empty):
        return self.validate(self.to_internal_value(data))

    def validate(self, attrs):
        return attrs

    def to_representation(self, data):
        return opaque('serializer.to_representation()')


class ModelSerializer(Serializer):
    serializer_related_field = PrimaryKeyRelatedField
    serializer_related_to_field = SlugRelatedField
    serializer_url_field = HyperlinkedIdentityField
    serializer_choice_field = ChoiceField
    url_field_name = None
    serializer_field_mapping = {}

    def to_internal_value(self, data):
        value = super().to_internal_value(data)
        names = getattr(self.Meta, 'fields', None)
        if isinstance(names, (list, tuple)):
            for name in names:
                if name not in value:
                    value[name] = data.get(name)
        return value

    def create(self, validated_data):
        effect('db-write', 'ModelSerializer.create()')
        return db_instance(self.Meta.model, [])

    def update(self, instance, validated_data):
        effect('db-write', 'ModelSerializer.update()')
        return instance

    def get_field_names(self, declared_fields, info):
        return opaque('ModelSerializer.get_field_names()')

    def build_field(self, field_name, info, model_class, nested_depth):
        return opaque('ModelSerializer.build_field()')

    def build_standard_field(self, field_name, model_field):
        return opaque('ModelSerializer.build_standard_field()')

    def build_relational_field(self, field_name, relation_info):
        return opaque('ModelSerializer.build_relational_field()')

    def build_nested_field(self, field_name, relation_info, nested_depth):
        return opaque('ModelSerializer.build_nested_field()')

    def build_property_field(self, field_name, model_class):
        return opaque('ModelSerializer.build_property_field()')

    def build_url_field(self, field_name, model_class):
        return opaque('ModelSerializer.build_url_field()')

    def get_extra_kwargs(self):
        return opaque('ModelSerializer.get_extra_kwargs()')


class HyperlinkedModelSerializer(ModelSerializer):
    serializer_related_field = HyperlinkedRelatedField


def as_serializer_error(exc):
    return opaque('serializer error')


def raise_errors_on_nested_writes(method_name, serializer, validated_data):
    pass


def __getattr__(name):
    return opaque('rest_framework.serializers.' + name)
