import contextlib

from django.apps import apps
from django.conf import settings

from _unlatched import opaque


def get_tenant_model():
    return apps.get_model(settings.TENANT_MODEL)


def get_tenant_domain_model():
    return apps.get_model(settings.TENANT_DOMAIN_MODEL)


def get_tenant_database_alias():
    return getattr(settings, 'TENANT_DB_ALIAS', 'default')


def get_public_schema_name():
    return getattr(settings, 'PUBLIC_SCHEMA_NAME', 'public')


def get_tenant_types():
    return getattr(settings, 'TENANT_TYPES', {})


def has_multi_type_tenants():
    return getattr(settings, 'HAS_MULTI_TYPE_TENANTS', False)


def remove_www(hostname):
    return hostname[4:] if hostname.startswith('www.') else hostname


def get_tenant(request):
    return request.tenant if hasattr(request, 'tenant') else None


@contextlib.contextmanager
def _unlatched_schema(*args, **kwargs):
    yield


schema_context = tenant_context = _unlatched_schema


def __getattr__(name):
    return opaque('django_tenants.utils.' + name)
