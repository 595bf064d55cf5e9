from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

ANONYMOUS_USER_NAME = getattr(settings, 'ANONYMOUS_USER_NAME', 'AnonymousUser')
RENDER_403 = getattr(settings, 'GUARDIAN_RENDER_403', False)
TEMPLATE_403 = getattr(settings, 'GUARDIAN_TEMPLATE_403', '403.html')
RAISE_403 = getattr(settings, 'GUARDIAN_RAISE_403', False)
RENDER_404 = getattr(settings, 'GUARDIAN_RENDER_404', False)
TEMPLATE_404 = getattr(settings, 'GUARDIAN_TEMPLATE_404', '404.html')
RAISE_404 = getattr(settings, 'GUARDIAN_RAISE_404', False)
MONKEY_PATCH_USER = getattr(settings, 'GUARDIAN_MONKEY_PATCH_USER', getattr(settings, 'GUARDIAN_MONKEY_PATCH', True))
MONKEY_PATCH_GROUP = getattr(settings, 'GUARDIAN_MONKEY_PATCH_GROUP', True)
USER_OBJ_PERMS_MODEL = getattr(settings, 'GUARDIAN_USER_OBJ_PERMS_MODEL', 'guardian.UserObjectPermission')
GROUP_OBJ_PERMS_MODEL = getattr(settings, 'GUARDIAN_GROUP_OBJ_PERMS_MODEL', 'guardian.GroupObjectPermission')


def check_configuration():
    if RENDER_403 and RAISE_403:
        raise ImproperlyConfigured('Only one of GUARDIAN_RENDER_403 and GUARDIAN_RAISE_403 may be True')


check_configuration()
