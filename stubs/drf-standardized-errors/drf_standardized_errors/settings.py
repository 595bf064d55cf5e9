from django.conf import settings

from rest_framework.settings import perform_import

DEFAULTS = {
    'EXCEPTION_HANDLER_CLASS': 'drf_standardized_errors.handler.ExceptionHandler',
    'EXCEPTION_FORMATTER_CLASS': 'drf_standardized_errors.formatter.ExceptionFormatter',
    'ENABLE_IN_DEBUG_FOR_UNHANDLED_EXCEPTIONS': False,
}
IMPORT_STRINGS = ('EXCEPTION_FORMATTER_CLASS', 'EXCEPTION_HANDLER_CLASS', 'ERROR_SCHEMAS')


class PackageSettings:
    setting_name = 'DRF_STANDARDIZED_ERRORS'

    def __init__(self, defaults=None, import_strings=None):
        self.defaults = defaults or DEFAULTS
        self.import_strings = import_strings or IMPORT_STRINGS

    @property
    def user_settings(self):
        return getattr(settings, self.setting_name, {})

    def __getattr__(self, attr):
        if attr not in self.defaults:
            raise AttributeError(f'there is no setting {attr}')
        value = self.user_settings.get(attr, self.defaults[attr])
        return perform_import(value, attr) if attr in self.import_strings else value


package_settings = PackageSettings(DEFAULTS, IMPORT_STRINGS)
