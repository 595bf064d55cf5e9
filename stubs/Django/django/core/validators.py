"""Validators judge input, not callers: they are kept as facts and accept or refuse as the world decides."""
from _unlatched import DJANGO_VERSION, opaque, world
from django.core.exceptions import ValidationError

EMPTY_VALUES = (None, "", [], (), {})


def _unlatched_judge():
    if not world("whether a value is valid"):
        raise ValidationError("invalid")


class RegexValidator:
    regex = ""
    message = "Enter a valid value."
    code = "invalid"
    inverse_match = False
    flags = 0

    def __init__(self, regex=None, message=None, code=None, inverse_match=None, flags=None):
        if regex is not None:
            self.regex = regex
        if message is not None:
            self.message = message
        if code is not None:
            self.code = code

    def __call__(self, value):
        _unlatched_judge()

    deconstruct = opaque("left out of RegexValidator")


class URLValidator(RegexValidator):
    message = "Enter a valid URL."
    schemes = ["http", "https", "ftp", "ftps"]

    def __init__(self, schemes=None, **kwargs):
        super().__init__(**kwargs)
        if schemes is not None:
            self.schemes = schemes

    deconstruct = domain_re = host_re = hostname_re = ipv4_re = ipv6_re = max_length = opaque("left out of URLValidator")
    tld_re = unsafe_chars = opaque("left out of URLValidator")


class EmailValidator:
    message = "Enter a valid email address."
    code = "invalid"

    def __init__(self, message=None, code=None, allowlist=None):
        pass

    def __call__(self, value):
        _unlatched_judge()

    deconstruct = domain_allowlist = domain_regex = literal_regex = user_regex = opaque("left out of EmailValidator")
    validate_domain_part = opaque("left out of EmailValidator")
    if DJANGO_VERSION >= (5, 2):
        domain_re = hostname_re = tld_no_fqdn_re = opaque("left out of EmailValidator")


class BaseValidator:
    message = "Ensure this value is %(limit_value)s (it is %(show_value)s)."
    code = "limit_value"

    def __init__(self, limit_value, message=None):
        self.limit_value = limit_value

    def __call__(self, value):
        _unlatched_judge()

    def compare(self, a, b):
        return a is not b

    def clean(self, x):
        return x

    deconstruct = opaque("left out of BaseValidator")


class MaxValueValidator(BaseValidator):
    code = "max_value"
    deconstruct = opaque("left out of MaxValueValidator")


class MinValueValidator(BaseValidator):
    code = "min_value"
    deconstruct = opaque("left out of MinValueValidator")


class MinLengthValidator(BaseValidator):
    code = "min_length"
    deconstruct = opaque("left out of MinLengthValidator")


class MaxLengthValidator(BaseValidator):
    code = "max_length"
    deconstruct = opaque("left out of MaxLengthValidator")


class FileExtensionValidator:
    code = "invalid_extension"

    def __init__(self, allowed_extensions=None, message=None, code=None):
        self.allowed_extensions = allowed_extensions

    def __call__(self, value):
        _unlatched_judge()

    deconstruct = message = opaque("left out of FileExtensionValidator")


def validate_email(value):
    _unlatched_judge()


def validate_integer(value):
    _unlatched_judge()


def validate_ipv4_address(value):
    _unlatched_judge()


def validate_ipv6_address(value):
    _unlatched_judge()


def validate_ipv46_address(value):
    _unlatched_judge()


validate_slug = RegexValidator()


def __getattr__(name):
    return opaque("django.core.validators." + name)
