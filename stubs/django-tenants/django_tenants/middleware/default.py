from _unlatched import db_instance
from django_tenants.middleware.suspicious import SuspiciousTenantMiddleware
from django_tenants.utils import get_tenant_model


class DefaultTenantMiddleware(SuspiciousTenantMiddleware):
    DEFAULT_SCHEMA_NAME = None

    def get_tenant(self, domain_model, hostname):
        try:
            return super().get_tenant(domain_model, hostname)
        except domain_model.DoesNotExist:
            return db_instance(get_tenant_model())
