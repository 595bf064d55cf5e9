from _unlatched import import_string, opaque
from allauth.mfa import app_settings


class DefaultMFAAdapter:
    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return opaque('mfa adapter: ' + name)


def get_adapter():
    return import_string(app_settings.ADAPTER)()
