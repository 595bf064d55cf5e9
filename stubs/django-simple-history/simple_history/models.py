from django.db.models.fields.related import ForeignKey

from _unlatched import opaque


class _unlatched_History:
    """On the class and on its rows: a manager of the old versions."""

    def __get__(self, instance, owner=None):
        return opaque('old versions of a row')


class HistoricalRecords:
    def __init__(self, *args, **kwargs):
        pass

    def contribute_to_class(self, cls, name):
        setattr(cls, name, _unlatched_History())


class HistoricForeignKey(ForeignKey):
    pass


def __getattr__(name):
    return opaque('simple_history.models.' + name)
