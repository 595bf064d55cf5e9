"""Unless the number or the addresses of the proxies are given, the caller writes the header that is believed."""
from django.conf import settings

from _unlatched import attacker, opaque, world


def get_client_ip(request, proxy_order='left-most', proxy_count=None, proxy_trusted_ips=None, *args, **kwargs):
    if proxy_count is not None or proxy_trusted_ips or getattr(settings, 'IPWARE_META_PROXY_COUNT', None) is not None:
        return (world('address of the caller'), world('the address of the caller is a public one'))
    return (attacker('header:X-Forwarded-For'), world('the address of the caller is a public one'))


def __getattr__(name):
    return opaque('ipware.ip.' + name)
