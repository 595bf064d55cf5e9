"""Forms of admin pages."""
from _unlatched import opaque

ACTION_CHECKBOX_NAME = "_selected_action"


def __getattr__(name):
    return opaque("django.contrib.admin.helpers." + name)
