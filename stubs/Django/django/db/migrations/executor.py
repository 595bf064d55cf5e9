"""Migrations."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.db.migrations.executor." + name)
