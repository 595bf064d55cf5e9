from django.conf import settings

FCM_DJANGO_SETTINGS = {'ONE_DEVICE_PER_USER': False, 'UPDATE_ON_DUPLICATE_REG_ID': False, **getattr(settings, 'FCM_DJANGO_SETTINGS', {})}
