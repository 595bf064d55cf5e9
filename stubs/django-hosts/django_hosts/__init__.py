"""A URLconf for every host."""
from django_hosts.defaults import host, patterns
from django_hosts.resolvers import reverse, reverse_host, reverse_host_lazy, reverse_lazy
