"""The site of a request."""
from django.apps import apps

from .requests import RequestSite


def get_current_site(request):
    if apps.is_installed("django.contrib.sites"):
        from .models import Site

        return Site.objects.get_current(request)
    return RequestSite(request)
