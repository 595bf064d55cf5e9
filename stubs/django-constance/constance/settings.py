from django.conf import settings

CONFIG = getattr(settings, "CONSTANCE_CONFIG", {})
