from django.conf import settings

PERMISSION_CLASSES = getattr(settings, 'DJANGO_DRF_FILEPOND_PERMISSION_CLASSES', {})
