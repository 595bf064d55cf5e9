"""The caller names the host. The routes that are judged are those of ROOT_URLCONF, so it is a host that leads there."""
import re

from django.conf import settings
from django.utils.deprecation import MiddlewareMixin

from _unlatched import assume, attacker
from django_hosts.resolvers import get_host, get_host_patterns


class HostsBaseMiddleware(MiddlewareMixin):
    def __init__(self, get_response):
        super().__init__(get_response)
        self.host_patterns = get_host_patterns()
        self.default_host = get_host()

    def get_host(self, request_host):
        """The pattern for a host, and the parts of its name."""
        for host in self.host_patterns:
            if host.urlconf == settings.ROOT_URLCONF:
                return (host, {name: attacker('header:Host:' + name) for name in re.findall(r'\?P<(\w+)>', host.regex)})
        return (self.default_host, {})


class HostsRequestMiddleware(HostsBaseMiddleware):
    def process_request(self, request):
        assume('the host that a request names leads to ROOT_URLCONF')
        host, kwargs = self.get_host(request.get_host())
        request.host = host
        return host.callback(request, **kwargs)


class HostsResponseMiddleware(HostsBaseMiddleware):
    def process_response(self, request, response):
        return response
