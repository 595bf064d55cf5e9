"""The base class of views."""
from django.views.generic.base import View

__all__ = ["View"]
