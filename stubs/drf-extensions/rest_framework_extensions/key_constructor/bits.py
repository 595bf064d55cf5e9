"""Parts of the keys of cached responses."""
from _unlatched import opaque


class AllArgsMixin:
    def __init__(self, params='*'):
        super().__init__(params)


class KeyBitBase:
    def __init__(self, params=None):
        self.params = params

    def get_data(self, params, view_instance, view_method, request, args, kwargs):
        return opaque('part of a cache key')


class KeyBitDictBase(KeyBitBase):
    def get_source_dict(self, params, view_instance, view_method, request, args, kwargs):
        return opaque('part of a cache key')


class UniqueViewIdKeyBit(KeyBitBase):
    pass


class UniqueMethodIdKeyBit(KeyBitBase):
    pass


class LanguageKeyBit(KeyBitBase):
    pass


class FormatKeyBit(KeyBitBase):
    pass


class UserKeyBit(KeyBitBase):
    pass


class HeadersKeyBit(KeyBitDictBase):
    pass


class RequestMetaKeyBit(KeyBitDictBase):
    pass


class QueryParamsKeyBit(AllArgsMixin, KeyBitDictBase):
    pass


class PaginationKeyBit(QueryParamsKeyBit):
    pass


class SqlQueryKeyBitBase(KeyBitBase):
    pass


class ModelInstanceKeyBitBase(KeyBitBase):
    pass


class ListSqlQueryKeyBit(SqlQueryKeyBitBase):
    pass


class RetrieveSqlQueryKeyBit(SqlQueryKeyBitBase):
    pass


class RetrieveModelKeyBit(ModelInstanceKeyBitBase):
    pass


class ListModelKeyBit(ModelInstanceKeyBitBase):
    pass


class ArgsKeyBit(AllArgsMixin, KeyBitBase):
    pass


class KwargsKeyBit(AllArgsMixin, KeyBitDictBase):
    pass
