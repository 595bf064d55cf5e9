"""Whether an app is a genuine one, not who uses it."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("firebase_admin.app_check." + name)
