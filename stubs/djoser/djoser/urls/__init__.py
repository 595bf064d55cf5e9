"""URL patterns of djoser."""
from djoser.urls.base import urlpatterns  # noqa: F401
