"""Static files, while DEBUG is on."""
from django.conf import settings
from django.http import Http404
from django.views import static


def serve(request, path, insecure=False, **kwargs):
    if not settings.DEBUG and not insecure:
        raise Http404
    return static.serve(request, path)
