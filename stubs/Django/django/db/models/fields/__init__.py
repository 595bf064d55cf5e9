"""Fields: their keywords are kept as facts; conversions and validation are left out."""
from _unlatched import DJANGO_VERSION, opaque, world
from django.db.models.query_utils import DeferredAttribute, RegisterLookupMixin

__all__ = [
    "AutoField", "BLANK_CHOICE_DASH", "BigAutoField", "BigIntegerField", "BinaryField", "BooleanField", "CharField",
    "CommaSeparatedIntegerField", "DateField", "DateTimeField", "DecimalField", "DurationField", "EmailField", "Empty", "Field",
    "FilePathField", "FloatField", "GenericIPAddressField", "IPAddressField", "IntegerField", "NOT_PROVIDED", "NullBooleanField",
    "PositiveBigIntegerField", "PositiveIntegerField", "PositiveSmallIntegerField", "SlugField", "SmallAutoField",
    "SmallIntegerField", "TextField", "TimeField", "URLField", "UUIDField",
]


class Empty:
    pass


class NOT_PROVIDED:
    pass


BLANK_CHOICE_DASH = [("", "---------")]


class Field(RegisterLookupMixin):
    empty_strings_allowed = True
    empty_values = [None, "", [], (), {}]
    default_validators = []
    hidden = False
    many_to_many = None
    many_to_one = None
    one_to_many = None
    one_to_one = None
    related_model = None
    descriptor_class = DeferredAttribute

    def __init__(self, verbose_name=None, name=None, primary_key=False, max_length=None, unique=False, blank=False, null=False,
                 db_index=False, rel=None, default=NOT_PROVIDED, editable=True, serialize=True, unique_for_date=None,
                 unique_for_month=None, unique_for_year=None, choices=None, help_text="", db_column=None, db_tablespace=None,
                 auto_created=False, validators=(), error_messages=None, db_comment=None, *args, **kwargs):
        self.name = name
        self.verbose_name = verbose_name
        self.primary_key = primary_key
        self.max_length = max_length
        self._unique = unique
        self.blank = blank
        self.null = null
        self.remote_field = rel
        self.is_relation = rel is not None
        self.default = default
        self.db_default = kwargs.get("db_default", NOT_PROVIDED) if kwargs else NOT_PROVIDED
        self.editable = editable
        self.serialize = serialize
        self.choices = None if choices is None else getattr(choices, "choices", choices)
        self.help_text = help_text
        self.db_index = db_index
        self.db_column = db_column
        self.auto_created = auto_created
        self._validators = validators
        self._error_messages = error_messages

    @property
    def unique(self):
        return self._unique or self.primary_key

    @property
    def validators(self):
        return [*self.default_validators, *self._validators]

    @property
    def error_messages(self):
        return self._error_messages or {}

    @property
    def flatchoices(self):
        return list(self.choices or [])

    def contribute_to_class(self, cls, name, private_only=False):
        self.name = self.name or name
        self.attname = self.get_attname()
        self.column = self.db_column or self.attname
        if self.verbose_name is None:
            self.verbose_name = self.name.replace("_", " ")
        self.model = cls
        cls._meta.add_field(self, private=private_only)
        setattr(cls, self.attname, self.descriptor_class(self))

    def set_attributes_from_name(self, name):
        self.name = self.name or name
        self.attname = self.get_attname()
        self.concrete = True

    def get_attname(self):
        return self.name

    def has_default(self):
        return self.default is not NOT_PROVIDED

    def get_default(self):
        if self.default is not NOT_PROVIDED:
            return self.default() if callable(self.default) else self.default
        return "" if self.empty_strings_allowed and not self.null else None

    def clean(self, value, model_instance):
        return self.to_python(value)

    def validate(self, value, model_instance):
        pass

    def run_validators(self, value):
        pass

    def check(self, **kwargs):
        return []

    def to_python(self, value):
        return value

    def get_prep_value(self, value):
        return value

    def get_db_prep_value(self, value, connection, prepared=False):
        return value

    def get_db_prep_save(self, value, connection):
        return value

    def pre_save(self, model_instance, add):
        return getattr(model_instance, self.attname)

    def value_from_object(self, obj):
        return getattr(obj, self.attname)

    def value_to_string(self, obj):
        return str(self.value_from_object(obj))

    def save_form_data(self, instance, data):
        setattr(instance, self.name, data)

    def get_internal_type(self):
        return self.__class__.__name__

    def db_type(self, connection):
        return opaque("a column type")

    def rel_db_type(self, connection):
        return opaque("a column type")

    def deconstruct(self):
        return (self.name, "", [], {})

    def clone(self):
        return opaque("a copy of a field")

    def formfield(self, form_class=None, choices_form_class=None, **kwargs):
        return opaque("a form field")

    def get_choices(self, include_blank=True, blank_choice=BLANK_CHOICE_DASH, limit_choices_to=None, ordering=()):
        return self.choices or []

    auto_creation_counter = cached_col = cast_db_type = class_lookups = creation_counter = opaque("left out of Field")
    db_check = db_parameters = db_returning = db_tablespace = db_type_parameters = db_type_suffix = opaque("left out of Field")
    default_error_messages = description = get_attname_column = get_col = opaque("left out of Field")
    get_db_converters = get_filter_kwargs_for_object = get_pk_value_on_save = non_db_attrs = opaque("left out of Field")
    select_format = system_check_deprecated_details = system_check_removed_details = opaque("left out of Field")
    if DJANGO_VERSION >= (5, 2):
        choices = generated = has_db_default = slice_expression = opaque("left out of Field")


class BooleanField(Field):
    empty_strings_allowed = False
    default_error_messages = description = opaque("left out of BooleanField")


class CharField(Field):
    def __init__(self, *args, db_collation=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.db_collation = db_collation

    cast_db_type = db_parameters = description = opaque("left out of CharField")
    if DJANGO_VERSION >= (5, 2):
        slice_expression = opaque("left out of CharField")


class CommaSeparatedIntegerField(CharField):
    description = system_check_removed_details = opaque("left out of CommaSeparatedIntegerField")


class DateTimeCheckMixin:
    pass


class DateField(DateTimeCheckMixin, Field):
    empty_strings_allowed = False

    def __init__(self, verbose_name=None, name=None, auto_now=False, auto_now_add=False, **kwargs):
        self.auto_now = auto_now
        self.auto_now_add = auto_now_add
        super().__init__(verbose_name, name, **kwargs)

    class_lookups = default_error_messages = description = opaque("left out of DateField")


class DateTimeField(DateField):
    empty_strings_allowed = False
    class_lookups = default_error_messages = description = opaque("left out of DateTimeField")


class DecimalField(Field):
    empty_strings_allowed = False

    def __init__(self, verbose_name=None, name=None, max_digits=None, decimal_places=None, **kwargs):
        self.max_digits = max_digits
        self.decimal_places = decimal_places
        super().__init__(verbose_name, name, **kwargs)

    context = default_error_messages = description = opaque("left out of DecimalField")


class DurationField(Field):
    empty_strings_allowed = False
    default_error_messages = description = get_db_converters = opaque("left out of DurationField")


class EmailField(CharField):
    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 254)
        super().__init__(*args, **kwargs)

    description = opaque("left out of EmailField")


class FilePathField(Field):
    def __init__(self, verbose_name=None, name=None, path="", match=None, recursive=False, allow_files=True, allow_folders=False,
                 **kwargs):
        self.path = path
        kwargs.setdefault("max_length", 100)
        super().__init__(verbose_name, name, **kwargs)

    description = opaque("left out of FilePathField")


class FloatField(Field):
    empty_strings_allowed = False
    default_error_messages = description = opaque("left out of FloatField")


class IntegerField(Field):
    empty_strings_allowed = False
    class_lookups = default_error_messages = description = opaque("left out of IntegerField")


class BigIntegerField(IntegerField):
    MAX_BIGINT = 9223372036854775807
    description = opaque("left out of BigIntegerField")


class SmallIntegerField(IntegerField):
    description = opaque("left out of SmallIntegerField")


class IPAddressField(Field):
    empty_strings_allowed = False
    description = system_check_removed_details = opaque("left out of IPAddressField")


class GenericIPAddressField(Field):
    empty_strings_allowed = False

    def __init__(self, verbose_name=None, name=None, protocol="both", unpack_ipv4=False, *args, **kwargs):
        self.protocol = protocol
        self.unpack_ipv4 = unpack_ipv4
        super().__init__(verbose_name, name, *args, **kwargs)

    default_error_messages = description = opaque("left out of GenericIPAddressField")


class NullBooleanField(BooleanField):
    def __init__(self, *args, **kwargs):
        kwargs["null"] = True
        kwargs["blank"] = True
        super().__init__(*args, **kwargs)

    default_error_messages = description = system_check_removed_details = opaque("left out of NullBooleanField")


class PositiveIntegerRelDbTypeMixin:
    pass


class PositiveBigIntegerField(PositiveIntegerRelDbTypeMixin, BigIntegerField):
    description = integer_field_class = opaque("left out of PositiveBigIntegerField")


class PositiveIntegerField(PositiveIntegerRelDbTypeMixin, IntegerField):
    description = integer_field_class = opaque("left out of PositiveIntegerField")


class PositiveSmallIntegerField(PositiveIntegerRelDbTypeMixin, SmallIntegerField):
    description = integer_field_class = opaque("left out of PositiveSmallIntegerField")


class SlugField(CharField):
    def __init__(self, *args, max_length=50, db_index=True, allow_unicode=False, **kwargs):
        self.allow_unicode = allow_unicode
        super().__init__(*args, max_length=max_length, db_index=db_index, **kwargs)

    description = opaque("left out of SlugField")


class TextField(Field):
    def __init__(self, *args, db_collation=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.db_collation = db_collation

    db_parameters = description = opaque("left out of TextField")
    if DJANGO_VERSION >= (5, 2):
        slice_expression = opaque("left out of TextField")


class TimeField(DateTimeCheckMixin, Field):
    empty_strings_allowed = False

    def __init__(self, verbose_name=None, name=None, auto_now=False, auto_now_add=False, **kwargs):
        self.auto_now = auto_now
        self.auto_now_add = auto_now_add
        super().__init__(verbose_name, name, **kwargs)

    class_lookups = default_error_messages = description = opaque("left out of TimeField")


class URLField(CharField):
    def __init__(self, verbose_name=None, name=None, **kwargs):
        kwargs.setdefault("max_length", 200)
        super().__init__(verbose_name, name, **kwargs)

    description = opaque("left out of URLField")


class BinaryField(Field):
    def __init__(self, *args, **kwargs):
        kwargs.setdefault("editable", False)
        super().__init__(*args, **kwargs)

    description = get_placeholder = opaque("left out of BinaryField")


class UUIDField(Field):
    empty_strings_allowed = False

    def __init__(self, verbose_name=None, **kwargs):
        kwargs["max_length"] = 32
        super().__init__(verbose_name, **kwargs)

    class_lookups = default_error_messages = description = opaque("left out of UUIDField")


class AutoFieldMixin:
    db_returning = opaque("left out of AutoFieldMixin")


class AutoField(AutoFieldMixin, IntegerField):
    pass


class BigAutoField(AutoFieldMixin, BigIntegerField):
    pass


class SmallAutoField(AutoFieldMixin, SmallIntegerField):
    pass


def __getattr__(name):
    return opaque("django.db.models.fields." + name)
