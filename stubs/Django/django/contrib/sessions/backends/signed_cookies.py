"""Sessions in a signed cookie, which a stranger cannot make."""
from django.contrib.sessions.backends.base import SessionBase


class SessionStore(SessionBase):
    pass
