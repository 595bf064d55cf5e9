"""Gone since Django 3.0."""
from functools import lru_cache  # noqa: F401
