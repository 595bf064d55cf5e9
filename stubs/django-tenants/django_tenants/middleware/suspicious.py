from django.core.exceptions import DisallowedHost

from django_tenants.middleware import TenantMainMiddleware


class SuspiciousTenantMiddleware(TenantMainMiddleware):
    TENANT_NOT_FOUND_EXCEPTION = DisallowedHost
