from django.conf import settings as _unlatched_settings


def default_permissions(user):
    if user:
        return user.is_staff
    return False


class SilkyConfig:
    defaults = {
        'SILKY_DYNAMIC_PROFILING': [],
        'SILKY_IGNORE_PATHS': [],
        'SILKY_META': False,
        'SILKY_AUTHENTICATION': False,
        'SILKY_AUTHORISATION': False,
        'SILKY_PERMISSIONS': default_permissions,
        'SILKY_INTERCEPT_PERCENT': 100,
        'SILKY_INTERCEPT_FUNC': None,
        'SILKY_PYTHON_PROFILER': False,
    }

    def __getattr__(self, item):
        return getattr(_unlatched_settings, item, self.defaults.get(item, None))
