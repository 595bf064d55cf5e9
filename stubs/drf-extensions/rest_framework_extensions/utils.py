from rest_framework_extensions.key_constructor.constructors import (
    DefaultAPIModelInstanceKeyConstructor, DefaultAPIModelListKeyConstructor, DefaultKeyConstructor,
    DefaultListKeyConstructor, DefaultObjectKeyConstructor,
)
from rest_framework_extensions.settings import extensions_api_settings


def prepare_header_name(name):
    return ('http_' + name.strip().replace('-', '_')).upper()


def compose_parent_pk_kwarg_name(value):
    return f'{extensions_api_settings.DEFAULT_PARENT_LOOKUP_KWARG_NAME_PREFIX}{value}'


default_cache_key_func = DefaultKeyConstructor()
default_object_cache_key_func = DefaultObjectKeyConstructor()
default_list_cache_key_func = DefaultListKeyConstructor()
default_etag_func = default_cache_key_func
default_object_etag_func = default_object_cache_key_func
default_list_etag_func = default_list_cache_key_func
default_api_object_etag_func = DefaultAPIModelInstanceKeyConstructor()
default_api_list_etag_func = DefaultAPIModelListKeyConstructor()
