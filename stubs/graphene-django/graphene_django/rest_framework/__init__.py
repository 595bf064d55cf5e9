"""Names from here pass through without deciding anything."""
from _unlatched import opaque


def __getattr__(name):
    return opaque('graphene_django.rest_framework.' + name)
