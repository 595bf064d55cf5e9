"""Rows of the current site."""
from _unlatched import opaque, settings_get
from django.db import models


class CurrentSiteManager(models.Manager):
    use_in_migrations = True

    def __init__(self, field_name=None):
        super().__init__()
        self._unlatched_field = field_name or "site"

    def get_queryset(self):
        return super().get_queryset().filter(**{self._unlatched_field + "__id": settings_get("SITE_ID")})

    check = opaque("left out of CurrentSiteManager")
