"""What is public: read once, when the middleware is loaded."""
import re

from django.conf import settings
from django.urls import NoReverseMatch, reverse

STRONGHOLD_PUBLIC_URLS = getattr(settings, "STRONGHOLD_PUBLIC_URLS", ())
STRONGHOLD_DEFAULTS = getattr(settings, "STRONGHOLD_DEFAULTS", True)
STRONGHOLD_PUBLIC_NAMED_URLS = getattr(settings, "STRONGHOLD_PUBLIC_NAMED_URLS", ())


def is_authenticated(user):
    return user.is_authenticated


def test_request(request, view_func, view_args, view_kwargs):
    return True


STRONGHOLD_USER_TEST_FUNC = getattr(settings, "STRONGHOLD_USER_TEST_FUNC", is_authenticated)
STRONGHOLD_REQUEST_TEST_FUNC = getattr(settings, "STRONGHOLD_REQUEST_TEST_FUNC", test_request)

if STRONGHOLD_DEFAULTS:
    if "django.contrib.auth" in settings.INSTALLED_APPS:
        STRONGHOLD_PUBLIC_NAMED_URLS += ("login", "logout")
    logout_url = getattr(settings, "LOGOUT_URL", None)
    if logout_url:
        STRONGHOLD_PUBLIC_URLS += (r"^%s.+$" % logout_url,)
    if settings.DEBUG:
        static_url = getattr(settings, "STATIC_URL", None)
        media_url = getattr(settings, "MEDIA_URL", None)
        if static_url:
            STRONGHOLD_PUBLIC_URLS += (r"^%s.+$" % static_url,)
        if media_url:
            STRONGHOLD_PUBLIC_URLS += (r"^%s.+$" % media_url,)

_unlatched_named = []
for named_url in STRONGHOLD_PUBLIC_NAMED_URLS:
    try:
        _unlatched_named.append(reverse(named_url))
    except NoReverseMatch:
        pass

STRONGHOLD_PUBLIC_URLS += tuple(["^%s$" % url for url in _unlatched_named])

if STRONGHOLD_PUBLIC_URLS:
    STRONGHOLD_PUBLIC_URLS = [re.compile(v) for v in STRONGHOLD_PUBLIC_URLS]
