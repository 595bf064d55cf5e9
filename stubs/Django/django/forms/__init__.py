"""
Forms: what the project's own hooks say of text that the caller chose. Widgets, forms of models and sets of forms are left out.
django/forms/forms.py and fields.py, Django 5.2.
"""
from _unlatched import opaque
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.functional import _unlatched_once


class _UnlatchedField:
    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        return opaque("django.forms.Field." + name)


class Field(_UnlatchedField):
    """The caller can send what a field takes; whether one that is required was sent, and what the project adds, decides."""

    default_validators = []
    default_error_messages = {}

    def __init__(self, *args, **kwargs):
        self.required = kwargs.get("required", True)
        self.initial = kwargs.get("initial")
        self.disabled = kwargs.get("disabled", False)
        self.validators = [*self.default_validators, *kwargs.get("validators", ())]

    def clean(self, value):
        value = self.to_python(value)
        self.validate(value)
        self.run_validators(value)
        return value

    def to_python(self, value):
        return value

    def validate(self, value):
        if self.required and not value:  # text as it was sent: neither 0 nor False
            raise ValidationError("This field is required.", code="required")

    def run_validators(self, value):
        if value is not None and self.validators and value != "":
            for validate in self.validators:
                validate(value)


class CharField(Field):
    pass


class IntegerField(Field):
    pass


class FloatField(IntegerField):
    pass


class DecimalField(IntegerField):
    pass


class BooleanField(Field):
    pass


class NullBooleanField(BooleanField):
    pass


class EmailField(CharField):
    pass


class RegexField(CharField):
    pass


class SlugField(CharField):
    pass


class URLField(CharField):
    pass


class UUIDField(CharField):
    pass


class JSONField(CharField):
    pass


class GenericIPAddressField(CharField):
    pass


class BaseTemporalField(Field):
    pass


class DateField(BaseTemporalField):
    pass


class TimeField(BaseTemporalField):
    pass


class DateTimeField(BaseTemporalField):
    pass


class DurationField(Field):
    pass


class ChoiceField(Field):
    pass


class TypedChoiceField(ChoiceField):
    pass


class MultipleChoiceField(ChoiceField):
    pass


class FileField(Field):
    pass


class ImageField(FileField):
    pass


class _UnlatchedErrors(dict):
    def _unlatched_text(self, *args, **kwargs):
        return opaque("the text of errors")

    as_json = as_data = as_text = as_ul = get_json_data = render = _unlatched_text


@_unlatched_once
def _unlatched_declare(cls):
    if "_unlatched_fields" not in cls.__dict__:  # those of a base are not its own
        declared = {}
        for base in cls.__mro__[::-1]:
            declared.update({key: value for key, value in base.__dict__.items() if isinstance(value, Field)})
        cls._unlatched_fields = declared
    return cls.__dict__["_unlatched_fields"]


class _UnlatchedMetaclass(type):
    def __getattr__(cls, name):
        # Made when they are first asked for: most forms of a project are not.
        if name in ("declared_fields", "base_fields"):
            return _unlatched_declare(cls)
        raise AttributeError(name)


class _UnlatchedForm:
    def __getattr__(self, name):
        if name == "fields":
            # Own objects for each form: the project changes them in `__init__`.
            self.fields = {key: _unlatched_copy(field) for key, field in _unlatched_declare(self.__class__).items()}
            return self.fields
        # Not there before `full_clean` (django/forms/forms.py, BaseForm).
        if name == "cleaned_data" or name[:2] == "__":
            raise AttributeError(name)
        return opaque("django.forms.Form." + name)


class BaseForm(_UnlatchedForm):
    prefix = None
    field_order = None

    def __init__(self, data=None, files=None, auto_id="id_%s", prefix=None, initial=None, *args, **kwargs):
        self.is_bound = data is not None or files is not None
        self.data = {} if data is None else data
        self.files = {} if files is None else files
        if prefix is not None:
            self.prefix = prefix
        self.initial = initial or {}
        self._errors = None

    def __getitem__(self, name):
        return opaque("django.forms.BoundField")

    def __iter__(self):
        return iter(opaque("django.forms.BoundField"))

    def add_prefix(self, field_name):
        return f"{self.prefix}-{field_name}" if self.prefix else field_name

    @property
    def errors(self):
        if self._errors is None:
            self.full_clean()
        return self._errors

    def is_valid(self):
        return self.is_bound and not self.errors

    def add_error(self, field, error):
        self._errors[field or NON_FIELD_ERRORS] = error
        if field in self.cleaned_data:
            del self.cleaned_data[field]

    def has_error(self, field, code=None):
        return field in self.errors

    def non_field_errors(self):
        return opaque("the errors of a form")

    def full_clean(self):
        self._errors = _UnlatchedErrors()
        if not self.is_bound:
            return
        self.cleaned_data = {}
        for name, field in self.fields.items():
            try:
                source = self.files if isinstance(field, FileField) else self.data
                value = field.initial if field.disabled else source.get(self.add_prefix(name))
                self.cleaned_data[name] = field.clean(value)
                if hasattr(self.__class__, "clean_" + name):
                    self.cleaned_data[name] = getattr(self, "clean_" + name)()
            except ValidationError as error:
                self.add_error(name, error)
        try:
            cleaned = self.clean()
        except ValidationError as error:
            self.add_error(None, error)
        else:
            if cleaned is not None:
                self.cleaned_data = cleaned

    def clean(self):
        return self.cleaned_data


def _unlatched_copy(field):
    copied = field.__class__.__new__(field.__class__)
    copied.__dict__.update(field.__dict__)
    return copied


class Form(BaseForm, metaclass=_UnlatchedMetaclass):
    pass


def __getattr__(name):
    return opaque("django.forms." + name)
