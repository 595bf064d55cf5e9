from oauth2_provider.settings import oauth2_settings


class BaseScopes:
    def get_all_scopes(self):
        raise NotImplementedError('')

    def get_available_scopes(self, application=None, request=None, *args, **kwargs):
        raise NotImplementedError('')

    def get_default_scopes(self, application=None, request=None, *args, **kwargs):
        raise NotImplementedError('')


class SettingsScopes(BaseScopes):
    def get_all_scopes(self):
        return oauth2_settings.SCOPES

    def get_available_scopes(self, application=None, request=None, *args, **kwargs):
        return oauth2_settings._SCOPES

    def get_default_scopes(self, application=None, request=None, *args, **kwargs):
        return oauth2_settings._DEFAULT_SCOPES


def get_scopes_backend():
    return oauth2_settings.SCOPES_BACKEND_CLASS()
