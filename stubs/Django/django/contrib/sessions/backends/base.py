"""A session is a dictionary on the server; saving it does not matter here."""
from _unlatched import opaque, DJANGO_VERSION, secret, settings_get, world


class CreateError(Exception):
    pass


class UpdateError(Exception):
    pass


class SessionBase:
    TEST_COOKIE_NAME = "testcookie"
    TEST_COOKIE_VALUE = "worked"

    def __init__(self, session_key=None):
        self._session_key = session_key
        self.accessed = False
        self.modified = False
        self.serializer = None
        self._session_cache = {}

    def __contains__(self, key):
        return key in self._session_cache

    def __getitem__(self, key):
        return self._session_cache[key]

    def __setitem__(self, key, value):
        self._session_cache[key] = value
        self.modified = True

    def __delitem__(self, key):
        del self._session_cache[key]
        self.modified = True

    def get(self, key, default=None):
        return self._session_cache.get(key, default)

    if DJANGO_VERSION >= (5, 1):
        async def aget(self, key, default=None):
            return self._session_cache.get(key, default)

    if DJANGO_VERSION >= (5, 1):
        async def aset(self, key, value):
            self._session_cache[key] = value

    def pop(self, key, *args, **kwargs):
        return self._session_cache.pop(key, *args, *kwargs.values())

    def setdefault(self, key, value):
        return self._session_cache.setdefault(key, value)

    def set_test_cookie(self):
        self[self.TEST_COOKIE_NAME] = self.TEST_COOKIE_VALUE

    def test_cookie_worked(self):
        return self.get(self.TEST_COOKIE_NAME) == self.TEST_COOKIE_VALUE

    def delete_test_cookie(self):
        del self[self.TEST_COOKIE_NAME]

    def update(self, dict_):
        self._session_cache.update(dict_)
        self.modified = True

    def has_key(self, key):
        return key in self._session_cache

    def keys(self):
        return self._session_cache.keys()

    def values(self):
        return self._session_cache.values()

    def items(self):
        return self._session_cache.items()

    def clear(self):
        self._session_cache = {}
        self.modified = True

    def is_empty(self):
        return not self._session_key and not self._session_cache

    def _get_session(self, no_load=False):
        return self._session_cache

    _session = property(_get_session)

    @property
    def session_key(self):
        return self._session_key

    def get_session_cookie_age(self):
        return settings_get("SESSION_COOKIE_AGE")

    def get_expiry_age(self, **kwargs):
        return settings_get("SESSION_COOKIE_AGE")

    def get_expiry_date(self, **kwargs):
        return world("when a session ends")

    def set_expiry(self, value):
        self["_session_expiry"] = value

    def get_expire_at_browser_close(self):
        return settings_get("SESSION_EXPIRE_AT_BROWSER_CLOSE")

    def flush(self):
        self.clear()
        self._session_key = None

    if DJANGO_VERSION >= (5, 1):
        async def aflush(self):
            self.flush()

    def cycle_key(self):
        self._session_key = secret("a session key")

    def exists(self, session_key):
        return session_key is not None and world("whether a session exists")

    def create(self):
        self._session_key = secret("a session key")

    def save(self, must_create=False):
        if self._session_key is None:
            self.create()

    def delete(self, session_key=None):
        self._session_key = None

    def load(self):
        return self._session_cache

    @classmethod
    def clear_expired(cls):
        pass

    decode = encode = key_salt = opaque("left out of SessionBase")
    if DJANGO_VERSION >= (5, 2):
        aclear_expired = acreate = acycle_key = adelete = adelete_test_cookie = aexists = opaque("left out of SessionBase")
        aget_expire_at_browser_close = aget_expiry_age = aget_expiry_date = ahas_key = opaque("left out of SessionBase")
        aitems = akeys = aload = apop = asave = aset_expiry = aset_test_cookie = opaque("left out of SessionBase")
        asetdefault = atest_cookie_worked = aupdate = avalues = opaque("left out of SessionBase")
