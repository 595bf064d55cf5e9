"""Routes of static files, while DEBUG is on."""
from django.conf import settings
from django.conf.urls.static import static
from django.contrib.staticfiles.views import serve

urlpatterns = []


def staticfiles_urlpatterns(prefix=None):
    return static(settings.STATIC_URL if prefix is None else prefix, view=serve)


if settings.DEBUG and not urlpatterns:
    urlpatterns += staticfiles_urlpatterns()
