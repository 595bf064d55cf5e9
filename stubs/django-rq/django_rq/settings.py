from django.conf import settings

API_TOKEN = getattr(settings, 'RQ_API_TOKEN', '')
