"""Validators of user names."""
from _unlatched import opaque
from django.core import validators


class ASCIIUsernameValidator(validators.RegexValidator):
    regex = r"^[\w.@+-]+\Z"
    deconstruct = opaque("left out of ASCIIUsernameValidator")


class UnicodeUsernameValidator(validators.RegexValidator):
    regex = r"^[\w.@+-]+\Z"
    flags = 0
    deconstruct = opaque("left out of UnicodeUsernameValidator")
