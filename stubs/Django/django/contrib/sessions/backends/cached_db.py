"""Sessions in the database behind a cache."""
from _unlatched import DJANGO_VERSION, opaque
from django.contrib.sessions.backends.db import SessionStore as DBStore

KEY_PREFIX = "django.contrib.sessions.cached_db"


class SessionStore(DBStore):
    cache_key_prefix = KEY_PREFIX

    def __init__(self, session_key=None):
        super().__init__(session_key)

    cache_key = opaque("left out of SessionStore")
    if DJANGO_VERSION >= (5, 2):
        acache_key = adelete = aexists = aload = asave = opaque("left out of SessionStore")
