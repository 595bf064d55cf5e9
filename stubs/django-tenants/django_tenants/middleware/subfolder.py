from django.http import Http404

from _unlatched import db_instance
from django_tenants.middleware.main import TenantMainMiddleware
from django_tenants.utils import get_tenant_model


class TenantSubfolderMiddleware(TenantMainMiddleware):
    """Routes below the prefix of a tenant are those of ROOT_URLCONF; the judged address is the one behind the prefix."""

    TENANT_NOT_FOUND_EXCEPTION = Http404

    def __init__(self, get_response):
        super().__init__(get_response)

    def process_request(self, request):
        if not hasattr(request, 'tenant'):
            request.tenant = db_instance(get_tenant_model())

    def no_tenant_found(self, request, hostname):
        raise self.TENANT_NOT_FOUND_EXCEPTION('No tenant for the subfolder')
