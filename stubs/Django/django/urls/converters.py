"""Path converters; `regex` says what a path segment may hold."""
from _unlatched import DJANGO_VERSION


class IntConverter:
    regex = "[0-9]+"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return str(value)


class StringConverter:
    regex = "[^/]+"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class UUIDConverter:
    regex = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

    def to_python(self, value):
        import uuid

        return uuid.UUID(value)

    def to_url(self, value):
        return str(value)


class SlugConverter(StringConverter):
    regex = "[-a-zA-Z0-9_]+"


class PathConverter(StringConverter):
    regex = ".+"


DEFAULT_CONVERTERS = {
    "int": IntConverter(),
    "path": PathConverter(),
    "slug": SlugConverter(),
    "str": StringConverter(),
    "uuid": UUIDConverter(),
}
REGISTERED_CONVERTERS = {}


def register_converter(converter, type_name):
    # Taking the place of another converter is an error from Django 6.0 on.
    if DJANGO_VERSION >= (6, 0) and type_name in get_converters():
        raise ValueError(f"URL converter '{type_name}' is already registered.")
    REGISTERED_CONVERTERS[type_name] = converter()


def get_converters():
    return {**DEFAULT_CONVERTERS, **REGISTERED_CONVERTERS}
