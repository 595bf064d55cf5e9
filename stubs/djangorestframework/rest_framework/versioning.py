"""Where the version of a request is read; an unknown version ends before authentication."""
import re

from _unlatched import attacker
from rest_framework import exceptions
from rest_framework.reverse import _reverse
from rest_framework.settings import api_settings


class BaseVersioning:
    default_version = api_settings.DEFAULT_VERSION
    allowed_versions = api_settings.ALLOWED_VERSIONS
    version_param = api_settings.VERSION_PARAM

    def determine_version(self, request, *args, **kwargs):
        raise NotImplementedError('determine_version() must be implemented.')

    def reverse(self, viewname, args=None, kwargs=None, request=None, format=None, **extra):
        return _reverse(viewname, args, kwargs, request, format, **extra)

    def is_allowed_version(self, version):
        if not self.allowed_versions:
            return True
        return (version is not None and version == self.default_version) or (version in self.allowed_versions)


class AcceptHeaderVersioning(BaseVersioning):
    """A request without a version parameter has the default version, which is what a probe sends."""

    invalid_version_message = 'Invalid version in "Accept" header.'

    def determine_version(self, request, *args, **kwargs):
        if not self.is_allowed_version(self.default_version):
            raise exceptions.NotAcceptable(self.invalid_version_message)
        return self.default_version


class URLPathVersioning(BaseVersioning):
    invalid_version_message = 'Invalid version in URL path.'

    def determine_version(self, request, *args, **kwargs):
        version = kwargs.get(self.version_param, self.default_version)
        if version is None:
            version = self.default_version
        if not self.is_allowed_version(version):
            raise exceptions.NotFound(self.invalid_version_message)
        return version


class NamespaceVersioning(BaseVersioning):
    invalid_version_message = 'Invalid version in URL path. Does not match any version namespace.'

    def determine_version(self, request, *args, **kwargs):
        match = getattr(request, 'resolver_match', None)
        if match is None or not match.namespace:
            return self.default_version
        for version in match.namespace.split(':'):
            if self.is_allowed_version(version):
                return version
        raise exceptions.NotFound(self.invalid_version_message)

    def get_versioned_viewname(self, viewname, request):
        return request.version + ':' + viewname


class HostNameVersioning(BaseVersioning):
    hostname_regex = re.compile(r'^([a-zA-Z0-9]+)\.[a-zA-Z0-9]+\.[a-zA-Z0-9]+$')
    invalid_version_message = 'Invalid version in hostname.'

    def determine_version(self, request, *args, **kwargs):
        """The Host header is the caller's choice."""
        if not self.allowed_versions:
            return attacker('header:Host:version')
        return self.allowed_versions[0]


class QueryParameterVersioning(BaseVersioning):
    invalid_version_message = 'Invalid version in query parameter.'

    def determine_version(self, request, *args, **kwargs):
        version = request.query_params.get(self.version_param, self.default_version)
        if not self.is_allowed_version(version):
            raise exceptions.NotFound(self.invalid_version_message)
        return version
