from django.conf import settings

CONFIG_DEFAULTS = {'PAGINATE_BY': 20, 'USE_JSONFIELD': False, 'SOFT_DELETE': False, 'NUM_TO_FETCH': 10, 'CACHE_TIMEOUT': 2}


def get_config():
    return {**CONFIG_DEFAULTS, **getattr(settings, 'DJANGO_NOTIFICATIONS_CONFIG', {})}
