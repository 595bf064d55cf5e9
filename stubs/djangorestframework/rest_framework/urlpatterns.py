"""The `.format` twins of URL patterns."""
from django.urls import URLResolver, include, path, re_path, register_converter
from django.urls.converters import get_converters
from django.urls.resolvers import RoutePattern

from _unlatched import DRF_VERSION
from rest_framework.settings import api_settings


def _unlatched_suffix_converter(allowed):
    if allowed:
        pattern = r'\.%s/?' % (allowed[0] if len(allowed) == 1 else '(?:%s)' % '|'.join(allowed))
    else:
        pattern = r'\.[a-z0-9]+/?'

    class FormatSuffixConverter:
        regex = pattern

        def to_python(self, value):
            return value.strip('./')

        def to_url(self, value):
            return '.' + value + '/'

    return FormatSuffixConverter


def apply_suffix_patterns(urlpatterns, suffix_pattern, suffix_required, suffix_route=None):
    ret = []
    for urlpattern in urlpatterns:
        text = str(urlpattern.pattern)
        is_route = isinstance(urlpattern.pattern, RoutePattern)
        if isinstance(urlpattern, URLResolver):
            inner = apply_suffix_patterns(urlpattern.url_patterns, suffix_pattern, suffix_required, suffix_route)
            included = include((inner, urlpattern.app_name), urlpattern.namespace)
            ret.append((path if is_route else re_path)(text, included, urlpattern.default_kwargs))
            continue
        if not suffix_required:
            ret.append(urlpattern)
        stem = text.rstrip('$').rstrip('/')
        if is_route:
            ret.append(path(stem + suffix_route, urlpattern.callback, urlpattern.default_args, urlpattern.name))
        else:
            ret.append(re_path(stem + suffix_pattern, urlpattern.callback, urlpattern.default_args, urlpattern.name))
    return ret


def format_suffix_patterns(urlpatterns, suffix_required=False, allowed=None):
    suffix_kwarg = api_settings.FORMAT_SUFFIX_KWARG
    converter_name = 'drf_format_suffix'
    if allowed:
        converter_name += '_' + '_'.join(allowed)
        choice = allowed[0] if len(allowed) == 1 else '(%s)' % '|'.join(allowed)
        suffix_pattern = r'\.(?P<%s>%s)/?$' % (suffix_kwarg, choice)
    else:
        suffix_pattern = r'\.(?P<%s>[a-z0-9]+)/?$' % suffix_kwarg
    if DRF_VERSION < (3, 16) or converter_name not in get_converters():
        register_converter(_unlatched_suffix_converter(allowed), converter_name)
    return apply_suffix_patterns(urlpatterns, suffix_pattern, suffix_required, '<%s:%s>' % (converter_name, suffix_kwarg))
