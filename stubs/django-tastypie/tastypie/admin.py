from django.conf import settings
from django.contrib import admin

if 'django.contrib.admin' in settings.INSTALLED_APPS:
    from tastypie.models import ApiKey

    admin.site.register(ApiKey)
