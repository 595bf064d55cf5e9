"""Sessions in a signed cookie, which a stranger cannot make."""
from _unlatched import DJANGO_VERSION, opaque
from django.contrib.sessions.backends.base import SessionBase


class SessionStore(SessionBase):
    if DJANGO_VERSION >= (5, 2):
        aclear_expired = acreate = acycle_key = adelete = aexists = aload = asave = opaque("left out of SessionStore")
