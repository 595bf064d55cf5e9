"""SWAGGER_SETTINGS and REDOC_SETTINGS, read anew each time."""
from django.conf import settings

from rest_framework.settings import perform_import

SWAGGER_DEFAULTS = {
    'DEFAULT_GENERATOR_CLASS': 'drf_yasg.generators.OpenAPISchemaGenerator',
    'DEFAULT_AUTO_SCHEMA_CLASS': 'drf_yasg.inspectors.SwaggerAutoSchema',
    'DEFAULT_FIELD_INSPECTORS': [
        'drf_yasg.inspectors.CamelCaseJSONFilter',
        'drf_yasg.inspectors.RecursiveFieldInspector',
        'drf_yasg.inspectors.ReferencingSerializerInspector',
        'drf_yasg.inspectors.ChoiceFieldInspector',
        'drf_yasg.inspectors.FileFieldInspector',
        'drf_yasg.inspectors.DictFieldInspector',
        'drf_yasg.inspectors.JSONFieldInspector',
        'drf_yasg.inspectors.HiddenFieldInspector',
        'drf_yasg.inspectors.RelatedFieldInspector',
        'drf_yasg.inspectors.SerializerMethodFieldInspector',
        'drf_yasg.inspectors.SimpleFieldInspector',
        'drf_yasg.inspectors.StringDefaultFieldInspector',
    ],
    'DEFAULT_FILTER_INSPECTORS': ['drf_yasg.inspectors.DrfAPICompatInspector', 'drf_yasg.inspectors.CoreAPICompatInspector'],
    'DEFAULT_PAGINATOR_INSPECTORS': [
        'drf_yasg.inspectors.DjangoRestResponsePagination',
        'drf_yasg.inspectors.DrfAPICompatInspector',
        'drf_yasg.inspectors.CoreAPICompatInspector',
    ],
    'DEFAULT_SPEC_RENDERERS': [
        'drf_yasg.renderers.SwaggerYAMLRenderer',
        'drf_yasg.renderers.SwaggerJSONRenderer',
        'drf_yasg.renderers.OpenAPIRenderer',
    ],
    'DEFAULT_INFO': None,
    'DEFAULT_API_URL': None,
    'USE_SESSION_AUTH': True,
    'USE_COMPAT_RENDERERS': getattr(settings, 'SWAGGER_USE_COMPAT_RENDERERS', True),
    'SECURITY_DEFINITIONS': {'Basic': {'type': 'basic'}},
    'SECURITY_REQUIREMENTS': None,
    'LOGOUT_URL': '/accounts/logout/',
    'SPEC_URL': None,
}
REDOC_DEFAULTS = {'SPEC_URL': None}
IMPORT_STRINGS = [
    'DEFAULT_GENERATOR_CLASS',
    'DEFAULT_AUTO_SCHEMA_CLASS',
    'DEFAULT_FIELD_INSPECTORS',
    'DEFAULT_FILTER_INSPECTORS',
    'DEFAULT_PAGINATOR_INSPECTORS',
    'DEFAULT_SPEC_RENDERERS',
    'DEFAULT_INFO',
]


class AppSettings:
    def __init__(self, user_settings, defaults, import_strings=None):
        self._user_settings = user_settings
        self.defaults = defaults
        self.import_strings = import_strings or []

    @property
    def user_settings(self):
        return getattr(settings, self._user_settings, {})

    def __getattr__(self, attr):
        if attr not in self.defaults:
            raise AttributeError(f"Invalid setting: '{attr}'")
        value = self.user_settings.get(attr, self.defaults[attr])
        return perform_import(value, attr) if attr in self.import_strings else value


swagger_settings = AppSettings('SWAGGER_SETTINGS', SWAGGER_DEFAULTS, IMPORT_STRINGS)
redoc_settings = AppSettings('REDOC_SETTINGS', REDOC_DEFAULTS, IMPORT_STRINGS)
