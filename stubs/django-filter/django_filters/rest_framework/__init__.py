from django_filters.rest_framework.backends import DjangoFilterBackend  # noqa: F401
from django_filters.rest_framework.filters import *  # noqa: F401,F403
from django_filters.rest_framework.filterset import FilterSet  # noqa: F401
