"""Helpers of the generator."""
from _unlatched import opaque


class OpenApiGeneratorExtension:
    target_class = None
    match_subclasses = False
    priority = 0
    optional = False

    def __init__(self, target):
        self.target = target


def __getattr__(name):
    return opaque('drf_spectacular.plumbing.' + name)
