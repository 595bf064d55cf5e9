"""`env('NAME', default=...)`: the given value cast, the default as it stands, or something that has to be set."""
import os

from _unlatched import is_known, opaque


class NoValue:
    pass


class Env:
    NOTSET = NoValue()
    BOOLEAN_TRUE_STRINGS = ('true', 'on', 'ok', 'y', 'yes', '1')

    def __init__(self, **scheme):
        self.prefix = ''
        self.scheme = scheme

    def __call__(self, var, cast=None, default=NOTSET, parse_default=False):
        return self.get_value(var, cast=cast, default=default, parse_default=parse_default)

    def __contains__(self, var):
        return var in os.environ

    def str(self, var, default=NOTSET, *args, **kwargs):
        return self.get_value(var, cast=None, default=default)

    def bytes(self, var, default=NOTSET, encoding='utf8'):
        value = self.get_value(var, cast=None, default=default)
        return value.encode(encoding) if hasattr(value, 'encode') else value

    def bool(self, var, default=NOTSET):
        return self.get_value(var, cast=bool, default=default)

    def int(self, var, default=NOTSET):
        return self.get_value(var, cast=int, default=default)

    def float(self, var, default=NOTSET):
        return self.get_value(var, cast=float, default=default)

    def json(self, var, default=NOTSET):
        return self.get_value(var, cast=_unlatched_json, default=default)

    def list(self, var, cast=None, default=NOTSET):
        return self.get_value(var, cast=list if not cast else [cast], default=default)

    def tuple(self, var, cast=None, default=NOTSET):
        return self.get_value(var, cast=tuple if not cast else (cast,), default=default)

    def dict(self, var, cast=dict, default=NOTSET):
        return self.get_value(var, cast=cast, default=default)

    def url(self, var, default=NOTSET):
        return opaque('URL in ' + var)

    def db_url(self, *args, **kwargs):
        return {'ENGINE': opaque('database engine')}

    def cache_url(self, *args, **kwargs):
        return {'BACKEND': opaque('cache backend')}

    def email_url(self, *args, **kwargs):
        return {}

    def search_url(self, *args, **kwargs):
        return {}

    def path(self, var, default=NOTSET, **kwargs):
        return Path(self.get_value(var, default=default))

    db = db_url
    cache = cache_url
    email = email_url

    def get_value(self, var, cast=None, default=NOTSET, parse_default=False):
        name = self.prefix + var
        if name in self.scheme:
            info = self.scheme[name]
            if isinstance(info, (list, tuple)) and len(info) == 2:
                cast = cast or info[0]
                if default is self.NOTSET:
                    default = info[1]
            else:
                cast = cast or info
        if default is self.NOTSET:
            # Without a default the project does not start unless the variable is set.
            value = os.environ[name]
        else:
            value = os.environ.get(name, default)
            if value is default and not parse_default:
                return value
            if cast is None and default is not None:
                cast = type(default)
        return self.parse_value(value, cast)

    @classmethod
    def parse_value(cls, value, cast):
        if cast is None or not is_known(value) or not isinstance(value, str):
            return value
        if cast is bool:
            try:
                return int(value) != 0
            except ValueError:
                return value.lower().strip() in cls.BOOLEAN_TRUE_STRINGS
        if isinstance(cast, list):
            return [cast[0](item) for item in value.split(',') if item]
        if isinstance(cast, tuple):
            return tuple([cast[0](item) for item in value.strip('()').split(',') if item])
        if cast is list:
            return [item for item in value.split(',') if item]
        if cast is tuple:
            return tuple([item for item in value.strip('()').split(',') if item])
        if cast is dict or isinstance(cast, dict):
            return opaque('dictionary from the environment')
        return cast(value)

    @classmethod
    def read_env(cls, *args, **kwargs):
        pass


class FileAwareEnv(Env):
    pass


class Path:
    """A path that is called, added to, or subtracted from to get another."""

    def __init__(self, start='', *paths, **kwargs):
        self.__root__ = os.path.join(str(start), *paths)

    def path(self, *paths, **kwargs):
        return Path(self.__root__, *paths)

    def file(self, name, *args, **kwargs):
        return opaque('file of the installation')

    @property
    def root(self):
        return self.__root__

    def __call__(self, *paths, **kwargs):
        return os.path.join(self.__root__, *paths)

    def __add__(self, other):
        return Path(self.__root__, str(other))

    def __sub__(self, other):
        return self.path('../' * other) if isinstance(other, int) else Path(self.__root__.replace(str(other), ''))

    def __str__(self):
        return self.__root__


def _unlatched_json(value):
    import json

    return json.loads(value)


def __getattr__(name):
    return opaque('environ.' + name)
