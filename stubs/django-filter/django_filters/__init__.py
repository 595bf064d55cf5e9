"""django-filter: narrows querysets, opens nothing."""
from django_filters import filters, filterset  # noqa: F401
from django_filters.filters import *  # noqa: F401,F403
from django_filters.filterset import FilterSet  # noqa: F401
