from _unlatched import opaque

ALL_FIELDS = '__all__'
EMPTY_VALUES = ([], (), {}, '', None, slice(None, None, None))


def __getattr__(name):
    return opaque('django_filters.constants.' + name)
