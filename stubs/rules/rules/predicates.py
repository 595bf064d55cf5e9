"""Predicates take the user, or the user and an object; `&`, `|`, `^` and `~` combine them."""
from _unlatched import opaque


class Predicate:
    def __init__(self, fn, name=None, bind=False):
        self.fn = fn.fn if isinstance(fn, Predicate) else fn
        self.bind = bind
        self.name = name or getattr(self.fn, '__name__', None)

    def __call__(self, *args, **kwargs):
        return self.fn(*args, **kwargs)

    def test(self, *args, **kwargs):
        user, target = (*args, None, None)[:2]
        return bool(self._apply(user, target))

    def __and__(self, other):
        return Predicate(lambda user, target: self._apply(user, target) and predicate(other)._apply(user, target))

    def __or__(self, other):
        return Predicate(lambda user, target: self._apply(user, target) or predicate(other)._apply(user, target))

    def __xor__(self, other):
        return Predicate(lambda user, target: bool(self._apply(user, target)) != bool(predicate(other)._apply(user, target)))

    def __invert__(self):
        return Predicate(lambda user, target: not self._apply(user, target))

    def _apply(self, *args):
        """Gives a predicate as many of user and object as it takes; that is found out by trying."""
        try:
            return self.fn(*args)
        except TypeError:
            pass
        try:
            return self.fn(args[0])
        except TypeError:
            return self.fn()


def predicate(fn=None, name=None, **options):
    if fn is None or isinstance(fn, str):
        return lambda inner: Predicate(inner, name=fn or name)
    return fn if isinstance(fn, Predicate) else Predicate(fn, name=name)


always_true = predicate(lambda: True, name='always_true')
always_false = predicate(lambda: False, name='always_false')
always_allow = predicate(lambda: True, name='always_allow')
always_deny = predicate(lambda: False, name='always_deny')


@predicate
def is_authenticated(user):
    return getattr(user, 'is_authenticated', False)


@predicate
def is_superuser(user):
    return getattr(user, 'is_superuser', False)


@predicate
def is_staff(user):
    return getattr(user, 'is_staff', False)


@predicate
def is_active(user):
    return getattr(user, 'is_active', False)


def is_group_member(*groups):
    return predicate(lambda user: opaque('group membership'), name='is_group_member')
