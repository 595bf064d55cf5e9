"""Sessions in the cache."""
from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError

KEY_PREFIX = "django.contrib.sessions.cache"


class SessionStore(SessionBase):
    cache_key_prefix = KEY_PREFIX

    def __init__(self, session_key=None):
        super().__init__(session_key)
