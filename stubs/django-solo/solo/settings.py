from django.conf import settings

SOLO_ADMIN_SKIP_OBJECT_LIST_PAGE = getattr(settings, 'SOLO_ADMIN_SKIP_OBJECT_LIST_PAGE', True)
