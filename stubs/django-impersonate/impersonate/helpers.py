from django.conf import settings
from django.contrib.auth import get_user_model

from _unlatched import import_string, opaque, world

User = get_user_model()


def check_allow_staff():
    return not getattr(settings, 'IMPERSONATE', {}).get('REQUIRE_SUPERUSER', False)


def check_allow_impersonate(request):
    custom = getattr(settings, 'IMPERSONATE', {}).get('CUSTOM_ALLOW')
    if custom is not None:
        return import_string(custom)(request)
    if request.user.is_superuser:
        return True
    return request.user.is_staff and check_allow_staff()


def check_allow_for_user(request, end_user):
    return check_allow_impersonate(request) and world('whether the user may be impersonated')


def __getattr__(name):
    return opaque('impersonate.helpers.' + name)
