"""Sessions in files."""
from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError


class SessionStore(SessionBase):
    def __init__(self, session_key=None):
        super().__init__(session_key)
