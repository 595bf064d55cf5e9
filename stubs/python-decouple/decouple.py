"""python-decouple: environment before `.env` file before default; the file belongs to the deployment."""
import os

from _unlatched import is_known, opaque

TRUE_VALUES = {'y', 'yes', 't', 'true', 'on', '1'}
FALSE_VALUES = {'n', 'no', 'f', 'false', 'off', '0'}


class UndefinedValueError(Exception):
    pass


class Undefined:
    pass


undefined = Undefined()


def strtobool(value):
    if isinstance(value, bool):
        return value
    value = value.lower()
    if value in TRUE_VALUES:
        return True
    if value in FALSE_VALUES:
        return False
    raise ValueError('Invalid truth value: ' + value)


class Config:
    def __init__(self, repository):
        self.repository = repository

    def _cast_boolean(self, value):
        if not is_known(value):
            return value
        value = str(value)
        return bool(value) if value == '' else bool(strtobool(value))

    def get(self, option, default=undefined, cast=undefined):
        value = os.environ[option] if default is undefined else os.environ.get(option, default)
        if cast is undefined:
            return value
        if cast is bool:
            return self._cast_boolean(value)
        return cast(value)

    def __call__(self, *args, **kwargs):
        return self.get(*args, **kwargs)


class RepositoryEmpty:
    def __init__(self, *args, **kwargs):
        pass

    def __contains__(self, key):
        return False

    def __getitem__(self, key):
        return None


class RepositoryIni(RepositoryEmpty):
    pass


class RepositoryEnv(RepositoryEmpty):
    pass


class RepositorySecret(RepositoryEmpty):
    pass


class AutoConfig:
    def __init__(self, search_path=None):
        self.search_path = search_path

    def __call__(self, *args, **kwargs):
        return Config(RepositoryEmpty())(*args, **kwargs)


config = AutoConfig()


class Csv:
    def __init__(self, cast=str, delimiter=',', *args, **kwargs):
        self.cast = cast
        self.delimiter = delimiter
        self.post_process = kwargs.get('post_process', list)

    def __call__(self, value):
        if value is None:
            return self.post_process([])
        if not is_known(value):
            return value
        return self.post_process([self.cast(item.strip()) for item in value.split(self.delimiter) if item.strip()])


class Choices:
    def __init__(self, flat=None, cast=str, choices=None):
        self.cast = cast

    def __call__(self, value):
        return self.cast(value)


def __getattr__(name):
    return opaque('decouple.' + name)
