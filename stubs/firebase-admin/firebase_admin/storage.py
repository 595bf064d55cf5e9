"""Another service of Google; nobody gets in by it."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("firebase_admin.storage." + name)
