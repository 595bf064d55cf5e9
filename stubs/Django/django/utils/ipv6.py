"""Addresses."""
from _unlatched import opaque, world


def is_valid_ipv6_address(ip_addr):
    return world("whether an address is valid")


def __getattr__(name):
    return opaque("django.utils.ipv6." + name)
