from django_filters import filters
from django_filters.filters import *  # noqa: F401,F403


class BooleanFilter(filters.BooleanFilter):
    pass
