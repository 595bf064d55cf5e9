"""GraphQL: one view, open by itself; who may do what is decided in the schema."""
from _unlatched import opaque


def __getattr__(name):
    return opaque('graphene_django.' + name)
