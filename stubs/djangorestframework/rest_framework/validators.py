"""Uniqueness validators: names; they look at data only."""
from _unlatched import opaque


class UniqueValidator:
    requires_context = True

    def __init__(self, *args, **kwargs):
        pass

    def __call__(self, value, serializer_field):
        pass


class UniqueTogetherValidator:
    requires_context = True

    def __init__(self, *args, **kwargs):
        pass

    def __call__(self, attrs, serializer):
        pass


class ProhibitSurrogateCharactersValidator:
    code = 'surrogate_characters_not_allowed'

    def __call__(self, value):
        pass


class BaseUniqueForValidator:
    message = None
    requires_context = True

    def __init__(self, *args, **kwargs):
        pass

    def __call__(self, attrs, serializer):
        pass


class UniqueForDateValidator(BaseUniqueForValidator):
    pass


class UniqueForMonthValidator(BaseUniqueForValidator):
    pass


class UniqueForYearValidator(BaseUniqueForValidator):
    pass


def qs_exists(queryset):
    return queryset.exists()


def qs_filter(queryset, **kwargs):
    return queryset.filter(**kwargs)


def __getattr__(name):
    return opaque('rest_framework.validators.' + name)
