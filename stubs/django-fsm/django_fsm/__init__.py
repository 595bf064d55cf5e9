"""States of rows. Whether a row is in the state that a transition asks for is a matter of data; its permission is asked as the real one does."""
from functools import wraps

from django.db import models

from _unlatched import opaque, world


class TransitionNotAllowed(Exception):
    def __init__(self, *args, **kwargs):
        self.object = kwargs.pop('object', None)
        self.method = kwargs.pop('method', None)
        super().__init__(*args, **kwargs)


class InvalidResultState(Exception):
    pass


class ConcurrentTransition(Exception):
    pass


class FSMFieldMixin:
    def __init__(self, *args, **kwargs):
        self.protected = kwargs.pop('protected', False)
        kwargs.pop('state_choices', None)
        super().__init__(*args, **kwargs)

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        setattr(cls, f'get_all_{name}_transitions', lambda self: world('transitions of the row'))
        setattr(cls, f'get_available_{name}_transitions', lambda self: world('transitions of the row'))
        setattr(cls, f'get_available_user_{name}_transitions', lambda self, user: world('transitions of the row'))


class FSMField(FSMFieldMixin, models.CharField):
    def __init__(self, *args, **kwargs):
        kwargs.setdefault('max_length', 50)
        super().__init__(*args, **kwargs)


class FSMIntegerField(FSMFieldMixin, models.IntegerField):
    pass


class FSMKeyField(FSMFieldMixin, models.ForeignKey):
    pass


class FSMModelMixin:
    pass


class ConcurrentTransitionMixin:
    def save(self, *args, **kwargs):
        return super().save(*args, **kwargs)


def transition(field, source='*', target=None, on_error=None, conditions=[], permission=None, custom={}):
    def decorator(func):
        if hasattr(func, '_django_fsm'):
            func._django_fsm.append(permission)
            return func

        @wraps(func)
        def changes_state(instance, *args, **kwargs):
            return func(instance, *args, **kwargs)

        changes_state._django_fsm = [permission]
        return changes_state

    return decorator


def can_proceed(bound_method, check_conditions=True):
    return world('the row is in a state from which the transition goes')


def has_transition_perm(bound_method, user):
    """The permission of the one transition that goes from the state of the row."""
    row = bound_method.__self__
    for permission in bound_method._django_fsm:
        if world('the row is in a state from which the transition goes'):
            if not permission:
                return True
            if callable(permission):
                return bool(permission(row, user))
            return user.has_perm(permission, row) or user.has_perm(permission)
    return False


class State:
    def get_state(self, model, transition, result, args=[], kwargs={}):
        raise NotImplementedError


class RETURN_VALUE(State):
    def __init__(self, *allowed_states):
        self.allowed_states = allowed_states


class GET_STATE(State):
    def __init__(self, func, states=None):
        self.func = func
        self.allowed_states = states


def __getattr__(name):
    return opaque('django_fsm.' + name)
