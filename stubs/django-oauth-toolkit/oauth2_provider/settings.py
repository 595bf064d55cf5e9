"""OAUTH2_PROVIDER with its defaults, as far as they decide about requests."""
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from _unlatched import import_string, opaque

USER_SETTINGS = getattr(settings, 'OAUTH2_PROVIDER', None)
APPLICATION_MODEL = getattr(settings, 'OAUTH2_PROVIDER_APPLICATION_MODEL', 'oauth2_provider.Application')
ACCESS_TOKEN_MODEL = getattr(settings, 'OAUTH2_PROVIDER_ACCESS_TOKEN_MODEL', 'oauth2_provider.AccessToken')
ID_TOKEN_MODEL = getattr(settings, 'OAUTH2_PROVIDER_ID_TOKEN_MODEL', 'oauth2_provider.IDToken')
GRANT_MODEL = getattr(settings, 'OAUTH2_PROVIDER_GRANT_MODEL', 'oauth2_provider.Grant')
REFRESH_TOKEN_MODEL = getattr(settings, 'OAUTH2_PROVIDER_REFRESH_TOKEN_MODEL', 'oauth2_provider.RefreshToken')
DEVICE_GRANT_MODEL = getattr(settings, 'OAUTH2_PROVIDER_DEVICE_GRANT_MODEL', 'oauth2_provider.DeviceGrant')

DEFAULTS = {
    'ACCESS_TOKEN_GENERATOR': None,
    'REFRESH_TOKEN_GENERATOR': None,
    'EXTRA_SERVER_KWARGS': {},
    'OAUTH2_SERVER_CLASS': 'oauthlib.oauth2.Server',
    'OIDC_SERVER_CLASS': 'oauthlib.openid.Server',
    'OAUTH2_VALIDATOR_CLASS': 'oauth2_provider.oauth2_validators.OAuth2Validator',
    'OAUTH2_BACKEND_CLASS': 'oauth2_provider.oauth2_backends.OAuthLibCore',
    'SCOPES': {'read': 'Reading scope', 'write': 'Writing scope'},
    'DEFAULT_SCOPES': ['__all__'],
    'SCOPES_BACKEND_CLASS': 'oauth2_provider.scopes.SettingsScopes',
    'READ_SCOPE': 'read',
    'WRITE_SCOPE': 'write',
    'ACCESS_TOKEN_EXPIRE_SECONDS': 36000,
    'REFRESH_TOKEN_EXPIRE_SECONDS': None,
    'ERROR_RESPONSE_WITH_SCOPES': False,
    'APPLICATION_MODEL': APPLICATION_MODEL,
    'ACCESS_TOKEN_MODEL': ACCESS_TOKEN_MODEL,
    'ID_TOKEN_MODEL': ID_TOKEN_MODEL,
    'DEVICE_GRANT_MODEL': DEVICE_GRANT_MODEL,
    'GRANT_MODEL': GRANT_MODEL,
    'REFRESH_TOKEN_MODEL': REFRESH_TOKEN_MODEL,
    'ALLOWED_REDIRECT_URI_SCHEMES': ['http', 'https'],
    'OIDC_ENABLED': False,
    'OIDC_RP_INITIATED_LOGOUT_ENABLED': False,
    'RESOURCE_SERVER_INTROSPECTION_URL': None,
    'PKCE_REQUIRED': True,
    'ALWAYS_RELOAD_OAUTHLIB_CORE': False,
    'DCR_ENABLED': False,
    'DCR_REGISTRATION_SCOPE': 'oauth2_provider:registration',
    'DCR_REGISTRATION_PERMISSION_CLASSES': ('oauth2_provider.dcr.IsAuthenticatedDCRPermission',),
}
IMPORT_STRINGS = (
    'OAUTH2_SERVER_CLASS',
    'OAUTH2_VALIDATOR_CLASS',
    'OAUTH2_BACKEND_CLASS',
    'SCOPES_BACKEND_CLASS',
    'DCR_REGISTRATION_PERMISSION_CLASSES',
)


def perform_import(val, setting_name):
    if isinstance(val, str):
        return import_from_string(val, setting_name)
    if isinstance(val, (list, tuple)):
        return [import_from_string(item, setting_name) for item in val]
    return val


def import_from_string(val, setting_name):
    return import_string(val)


class OAuth2ProviderSettings:
    def __init__(self, user_settings=None, defaults=None, import_strings=None, mandatory=None):
        self._user_settings = user_settings or {}
        self.defaults = defaults or DEFAULTS
        self.import_strings = import_strings or IMPORT_STRINGS

    @property
    def user_settings(self):
        return self._user_settings

    @property
    def server_kwargs(self):
        return {}

    def __getattr__(self, attr):
        if attr == '_SCOPES':
            return list(self.SCOPES.keys())
        if attr == '_DEFAULT_SCOPES':
            scopes = self._SCOPES
            if '__all__' in self.DEFAULT_SCOPES:
                return scopes
            if [scope for scope in self.DEFAULT_SCOPES if scope not in scopes]:
                raise ImproperlyConfigured('Defined DEFAULT_SCOPES not present in SCOPES')
            return list(self.DEFAULT_SCOPES)
        if attr in self.user_settings:
            value = self.user_settings[attr]
        elif attr == 'OAUTH2_SERVER_CLASS' and self.OIDC_ENABLED:
            value = self.user_settings.get('OIDC_SERVER_CLASS', self.defaults['OIDC_SERVER_CLASS'])
        elif attr in self.defaults:
            value = self.defaults[attr]
        else:
            return opaque('OAUTH2_PROVIDER ' + attr)
        return perform_import(value, attr) if value and attr in self.import_strings else value


oauth2_settings = OAuth2ProviderSettings(USER_SETTINGS, DEFAULTS, IMPORT_STRINGS)
