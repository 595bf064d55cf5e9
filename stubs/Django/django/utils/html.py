"""HTML helpers return text that does not matter here."""
from _unlatched import opaque


def escape(text):
    return str(text)


def conditional_escape(text):
    return str(text)


def format_html(format_string, *args, **kwargs):
    return format_string.format(*args, **kwargs)


def format_html_join(sep, format_string, args_generator):
    return opaque("HTML")


def strip_tags(value):
    return opaque("text without tags")


def html_safe(klass):
    return klass


def __getattr__(name):
    return opaque("django.utils.html." + name)
