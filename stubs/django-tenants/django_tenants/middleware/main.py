"""Which tenant there is for a host is a matter of data; the routes that are judged are those of ROOT_URLCONF."""
from django.conf import settings
from django.http import Http404
from django.utils.deprecation import MiddlewareMixin
from django.utils.module_loading import import_string

from _unlatched import db_instance
from django_tenants.utils import get_tenant_domain_model, get_tenant_model, remove_www


class TenantMainMiddleware(MiddlewareMixin):
    TENANT_NOT_FOUND_EXCEPTION = Http404

    @staticmethod
    def hostname_from_request(request):
        return remove_www(request.get_host().split(':')[0])

    def get_tenant(self, domain_model, hostname):
        """Every host is taken for one of a tenant: for the others there are no routes to judge."""
        return db_instance(get_tenant_model())

    def process_request(self, request):
        hostname = self.hostname_from_request(request)
        domain_model = get_tenant_domain_model()
        try:
            tenant = self.get_tenant(domain_model, hostname)
        except domain_model.DoesNotExist:
            return self.no_tenant_found(request, hostname)
        tenant.domain_url = hostname
        request.tenant = tenant
        self.setup_url_routing(request)

    def no_tenant_found(self, request, hostname):
        if hasattr(settings, 'DEFAULT_NOT_FOUND_TENANT_VIEW'):
            view = import_string(settings.DEFAULT_NOT_FOUND_TENANT_VIEW)
            return view.as_view()(request) if hasattr(view, 'as_view') else view(request)
        if getattr(settings, 'SHOW_PUBLIC_IF_NO_TENANT_FOUND', False):
            return self.setup_url_routing(request=request, force_public=True)
        raise self.TENANT_NOT_FOUND_EXCEPTION('No tenant for the host')

    @staticmethod
    def setup_url_routing(request, force_public=False):
        """The URLconf of the public tenant is another one: its routes are not those that are judged."""
