from _unlatched import import_string, opaque
from allauth.usersessions import app_settings


class DefaultUserSessionsAdapter:
    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return opaque('usersessions adapter: ' + name)


def get_adapter():
    return import_string(app_settings.ADAPTER)()
