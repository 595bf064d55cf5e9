"""Models validate input, not callers: opaque, but for the exception that projects catch and answer."""
from _unlatched import opaque


class ValidationError(ValueError):
    def errors(self, *args, **kwargs):
        return opaque("pydantic.ValidationError.errors")

    def json(self, *args, **kwargs):
        return opaque("pydantic.ValidationError.json")


def __getattr__(name):
    return opaque("pydantic." + name)
