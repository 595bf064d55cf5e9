"""Sessions in files."""
from _unlatched import DJANGO_VERSION, opaque
from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError


class SessionStore(SessionBase):
    def __init__(self, session_key=None):
        super().__init__(session_key)

    if DJANGO_VERSION >= (5, 2):
        aclear_expired = acreate = adelete = aexists = aload = asave = opaque("left out of SessionStore")
