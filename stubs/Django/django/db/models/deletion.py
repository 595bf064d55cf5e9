"""What happens to rows that point at a deleted one."""
from _unlatched import opaque
from django.db import IntegrityError


class ProtectedError(IntegrityError):
    def __init__(self, msg, protected_objects):
        self.protected_objects = protected_objects
        super().__init__(msg, protected_objects)


class RestrictedError(IntegrityError):
    def __init__(self, msg, restricted_objects):
        self.restricted_objects = restricted_objects
        super().__init__(msg, restricted_objects)


def CASCADE(collector, field, sub_objs, using):
    pass


def PROTECT(collector, field, sub_objs, using):
    pass


def RESTRICT(collector, field, sub_objs, using):
    pass


def SET(value):
    return DO_NOTHING


def SET_NULL(collector, field, sub_objs, using):
    pass


def SET_DEFAULT(collector, field, sub_objs, using):
    pass


def DO_NOTHING(collector, field, sub_objs, using):
    pass


def __getattr__(name):
    return opaque("django.db.models.deletion." + name)
