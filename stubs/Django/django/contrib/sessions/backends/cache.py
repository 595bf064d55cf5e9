"""Sessions in the cache."""
from _unlatched import DJANGO_VERSION, opaque
from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError

KEY_PREFIX = "django.contrib.sessions.cache"


class SessionStore(SessionBase):
    cache_key_prefix = KEY_PREFIX

    def __init__(self, session_key=None):
        super().__init__(session_key)

    cache_key = opaque("left out of SessionStore")
    if DJANGO_VERSION >= (5, 2):
        acache_key = aclear_expired = acreate = adelete = aexists = aload = asave = opaque("left out of SessionStore")
