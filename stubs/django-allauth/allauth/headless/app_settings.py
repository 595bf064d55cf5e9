from allauth.utils import get_setting


class AppSettings:
    def __init__(self, prefix):
        self.prefix = prefix

    def _setting(self, name, dflt):
        return get_setting(self.prefix + name, dflt)

    @property
    def ADAPTER(self):
        return self._setting('ADAPTER', 'allauth.headless.adapter.DefaultHeadlessAdapter')

    @property
    def SERVE_SPECIFICATION(self):
        return self._setting('SERVE_SPECIFICATION', False)

    @property
    def SPECIFICATION_TEMPLATE_NAME(self):
        return self._setting('SPECIFICATION_TEMPLATE_NAME', 'headless/spec/redoc_cdn.html')

    @property
    def FRONTEND_URLS(self):
        return self._setting('FRONTEND_URLS', {})

    @property
    def JWT_ALGORITHM(self):
        return self._setting('JWT_ALGORITHM', 'RS256')

    @property
    def JWT_PRIVATE_KEY(self):
        return self._setting('JWT_PRIVATE_KEY', '')

    @property
    def JWT_AUTHORIZATION_HEADER_SCHEME(self):
        return self._setting('JWT_AUTHORIZATION_HEADER_SCHEME', 'Bearer')

    @property
    def JWT_STATEFUL_VALIDATION_ENABLED(self):
        return self._setting('JWT_STATEFUL_VALIDATION_ENABLED', False)

    @property
    def CLIENTS(self):
        return tuple(self._setting('CLIENTS', ('browser', 'app')))


_app_settings = AppSettings('HEADLESS_')


def __getattr__(name):
    return getattr(_app_settings, name)
