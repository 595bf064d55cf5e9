"""`api_settings`: REST_FRAMEWORK falls back key by key to DEFAULTS; unknown keys of the project are never read."""
from django.conf import settings
from django.utils.module_loading import import_string

from _unlatched import DRF_VERSION, remembered
from rest_framework import ISO_8601

DEFAULTS = {
    'DEFAULT_AUTHENTICATION_CLASSES': [
        'rest_framework.authentication.SessionAuthentication',
        'rest_framework.authentication.BasicAuthentication',
    ],
    'DEFAULT_PERMISSION_CLASSES': ['rest_framework.permissions.AllowAny'],
    'DEFAULT_THROTTLE_CLASSES': [],
    'DEFAULT_THROTTLE_RATES': {'user': None, 'anon': None},
    'NUM_PROXIES': None,
    'UNAUTHENTICATED_USER': 'django.contrib.auth.models.AnonymousUser',
    'UNAUTHENTICATED_TOKEN': None,
    'EXCEPTION_HANDLER': 'rest_framework.views.exception_handler',
    'NON_FIELD_ERRORS_KEY': 'non_field_errors',
    'DEFAULT_CONTENT_NEGOTIATION_CLASS': 'rest_framework.negotiation.DefaultContentNegotiation',
    'DEFAULT_METADATA_CLASS': 'rest_framework.metadata.SimpleMetadata',
    'DEFAULT_VERSIONING_CLASS': None,
    'DEFAULT_VERSION': None,
    'ALLOWED_VERSIONS': None,
    'VERSION_PARAM': 'version',
    'DEFAULT_RENDERER_CLASSES': ['rest_framework.renderers.JSONRenderer', 'rest_framework.renderers.BrowsableAPIRenderer'],
    'DEFAULT_PARSER_CLASSES': [
        'rest_framework.parsers.JSONParser',
        'rest_framework.parsers.FormParser',
        'rest_framework.parsers.MultiPartParser',
    ],
    'DEFAULT_PAGINATION_CLASS': None,
    'DEFAULT_FILTER_BACKENDS': [],
    'DEFAULT_SCHEMA_CLASS': 'rest_framework.schemas.openapi.AutoSchema',
    'PAGE_SIZE': None,
    'SEARCH_PARAM': 'search',
    'ORDERING_PARAM': 'ordering',
    'URL_FORMAT_OVERRIDE': 'format',
    'FORMAT_SUFFIX_KWARG': 'format',
    'URL_FIELD_NAME': 'url',
    'VIEW_NAME_FUNCTION': 'rest_framework.views.get_view_name',
    'VIEW_DESCRIPTION_FUNCTION': 'rest_framework.views.get_view_description',
    'TEST_REQUEST_RENDERER_CLASSES': ['rest_framework.renderers.MultiPartRenderer', 'rest_framework.renderers.JSONRenderer'],
    'TEST_REQUEST_DEFAULT_FORMAT': 'multipart',
    'DATE_FORMAT': ISO_8601,
    'DATE_INPUT_FORMATS': [ISO_8601],
    'DATETIME_FORMAT': ISO_8601,
    'DATETIME_INPUT_FORMATS': [ISO_8601],
    'TIME_FORMAT': ISO_8601,
    'TIME_INPUT_FORMATS': [ISO_8601],
    'UNICODE_JSON': True,
    'COMPACT_JSON': True,
    'STRICT_JSON': True,
    'COERCE_DECIMAL_TO_STRING': True,
    'UPLOADED_FILES_USE_URL': True,
    'HTML_SELECT_CUTOFF': 1000,
    'HTML_SELECT_CUTOFF_TEXT': 'More than {count} items...',
    'SCHEMA_COERCE_PATH_PK': True,
    'SCHEMA_COERCE_METHOD_NAMES': {'retrieve': 'read', 'destroy': 'delete'},
}
if DRF_VERSION >= (3, 17):
    DEFAULTS['DURATION_FORMAT'] = 'django'
    DEFAULTS['COERCE_BIGINT_TO_STRING'] = False
if DRF_VERSION >= (3, 18):
    DEFAULTS['LIST_SERIALIZER_ERRORS_AS_DICT'] = True

IMPORT_STRINGS = [
    'DEFAULT_RENDERER_CLASSES',
    'DEFAULT_PARSER_CLASSES',
    'DEFAULT_AUTHENTICATION_CLASSES',
    'DEFAULT_PERMISSION_CLASSES',
    'DEFAULT_THROTTLE_CLASSES',
    'DEFAULT_CONTENT_NEGOTIATION_CLASS',
    'DEFAULT_METADATA_CLASS',
    'DEFAULT_VERSIONING_CLASS',
    'DEFAULT_PAGINATION_CLASS',
    'DEFAULT_FILTER_BACKENDS',
    'DEFAULT_SCHEMA_CLASS',
    'EXCEPTION_HANDLER',
    'TEST_REQUEST_RENDERER_CLASSES',
    'UNAUTHENTICATED_USER',
    'UNAUTHENTICATED_TOKEN',
    'VIEW_NAME_FUNCTION',
    'VIEW_DESCRIPTION_FUNCTION',
]
REMOVED_SETTINGS = ['PAGINATE_BY', 'PAGINATE_BY_PARAM', 'MAX_PAGINATE_BY']


def perform_import(val, setting_name):
    """A dotted name becomes what it names; a list of names becomes a list; anything else stays."""
    if isinstance(val, str):
        return import_from_string(val, setting_name)
    if isinstance(val, (list, tuple)):
        return [import_from_string(item, setting_name) for item in val]
    return val


def import_from_string(val, setting_name):
    try:
        return import_string(val)
    except ImportError as error:
        raise ImportError(f"Could not import '{val}' for API setting '{setting_name}'. {error}")


class APISettings:
    """Nothing is cached here, so that judging a request never writes to what Load made."""

    def __init__(self, user_settings=None, defaults=None, import_strings=None):
        if user_settings:
            self._user_settings = self._APISettings__check_user_settings(user_settings)
        self.defaults = defaults or DEFAULTS
        self.import_strings = import_strings or IMPORT_STRINGS
        self._cached_attrs = set()

    @property
    def user_settings(self):
        own = self.__dict__.get('_user_settings')
        return getattr(settings, 'REST_FRAMEWORK', {}) if own is None else own

    def __getattr__(self, attr):
        if attr not in self.defaults:
            raise AttributeError(f"Invalid API setting: '{attr}'")
        return remembered(self._unlatched_value, attr)

    def _unlatched_value(self, attr):
        """Django REST Framework keeps what it read once, for all requests."""
        try:
            val = self.user_settings[attr]
        except KeyError:
            val = self.defaults[attr]
        return perform_import(val, attr) if attr in self.import_strings else val

    # The real name is `__check_user_settings`; written mangled because SimpleJWT's subclass overrides it by that accident.
    def _APISettings__check_user_settings(self, user_settings):
        for setting in REMOVED_SETTINGS:
            if setting in user_settings:
                raise RuntimeError(f"The '{setting}' setting has been removed.")
        return user_settings

    def reload(self):
        pass


api_settings = APISettings(None, DEFAULTS, IMPORT_STRINGS)


def reload_api_settings(*args, **kwargs):
    if kwargs['setting'] == 'REST_FRAMEWORK':
        api_settings.reload()
