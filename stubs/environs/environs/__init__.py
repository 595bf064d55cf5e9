"""Typed reading of environment variables; what is not given falls back to the default in the code."""
import json
import os
from urllib.parse import urlparse

from _unlatched import deployment, opaque


class EnvError(ValueError):
    pass


class EnvValidationError(EnvError):
    pass


class EnvSealedError(TypeError, EnvError):
    pass


class ParserConflictError(ValueError):
    pass


_UNLATCHED_MISSING = object()


def _unlatched_parser(convert):
    def method(self, name, default=_UNLATCHED_MISSING, *args, **kwargs):
        return self._unlatched_read(name, default, convert, kwargs)

    return method


def _unlatched_bool(value):
    if isinstance(value, bool):
        return value
    return str(value).lower() in ("true", "t", "yes", "y", "on", "1")


def _unlatched_list(value):
    return [part.strip() for part in value.split(",")] if value else []


class Env:
    def __init__(self, *, eager=True, expand_vars=False, prefix=None):
        self.eager = eager
        self._prefix = prefix or ""

    def _unlatched_read(self, name, default, convert, kwargs):
        full = self._prefix + name
        value = os.environ.get(full)
        if value is None:
            if default is _UNLATCHED_MISSING:
                return os.environ[full]
            return default
        return convert(value)

    def __call__(self, name, default=_UNLATCHED_MISSING, *args, **kwargs):
        return self._unlatched_read(name, default, str, kwargs)

    str = _unlatched_parser(str)
    bool = _unlatched_parser(_unlatched_bool)
    int = _unlatched_parser(int)
    float = _unlatched_parser(float)
    decimal = _unlatched_parser(float)
    list = _unlatched_parser(_unlatched_list)
    json = _unlatched_parser(json.loads)
    path = _unlatched_parser(str)
    url = _unlatched_parser(urlparse)

    def dict(self, name, default=_UNLATCHED_MISSING, *args, **kwargs):
        return opaque("a dictionary from the environment") if default is _UNLATCHED_MISSING else default

    def enum(self, name, default=_UNLATCHED_MISSING, *args, **kwargs):
        return deployment(f"env:{name}") if default is _UNLATCHED_MISSING else default

    datetime = date = time = timedelta = uuid = log_level = enum

    def dj_db_url(self, name, default=_UNLATCHED_MISSING, **kwargs):
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": deployment(f"env:{name}")}

    def dj_email_url(self, name, default=_UNLATCHED_MISSING, **kwargs):
        return {}

    dj_cache_url = dj_email_url

    def read_env(self, *args, **kwargs):
        return True

    def prefixed(self, prefix):
        from contextlib import nullcontext

        return nullcontext(self)

    def seal(self):
        pass

    def dump(self):
        return {}

    def add_parser(self, name, func):
        setattr(self, name, lambda key, default=None, *args, **kwargs: func(os.environ.get(key, default)))

    def parser_for(self, name):
        def add(func):
            self.add_parser(name, func)
            return func

        return add


FileAwareEnv = Env
env = Env()
