from allauth.utils import get_setting


class AppSettings:
    def __init__(self, prefix):
        self.prefix = prefix

    def _setting(self, name, dflt):
        return get_setting(self.prefix + name, dflt)

    @property
    def ADAPTER(self):
        return self._setting('ADAPTER', 'allauth.usersessions.adapter.DefaultUserSessionsAdapter')

    @property
    def TRACK_ACTIVITY(self):
        return self._setting('TRACK_ACTIVITY', False)


_app_settings = AppSettings('USERSESSIONS_')


def __getattr__(name):
    return getattr(_app_settings, name)
