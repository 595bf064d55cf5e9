"""URL patterns behind a language prefix."""
from django.conf import settings
from django.urls import LocalePrefixPattern, URLResolver, get_resolver, path
from django.views.i18n import set_language


def i18n_patterns(*urls, prefix_default_language=True):
    if not settings.USE_I18N:
        return list(urls)
    return [URLResolver(LocalePrefixPattern(prefix_default_language=prefix_default_language), list(urls))]


def is_language_prefix_patterns_used(urlconf):
    for entry in get_resolver(urlconf).url_patterns:
        if isinstance(entry.pattern, LocalePrefixPattern):
            return True, entry.pattern.prefix_default_language
    return False, False


urlpatterns = [path("setlang/", set_language, name="set_language")]
