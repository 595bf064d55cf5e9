from _unlatched import import_string, opaque
from allauth.headless import app_settings


class DefaultHeadlessAdapter:
    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return opaque('headless adapter: ' + name)


def get_adapter():
    return import_string(app_settings.ADAPTER)()
