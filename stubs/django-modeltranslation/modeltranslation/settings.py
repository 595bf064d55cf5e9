from django.conf import settings

from _unlatched import opaque

TRANSLATION_FILES = tuple(getattr(settings, 'MODELTRANSLATION_TRANSLATION_FILES', ()))
AVAILABLE_LANGUAGES = list(getattr(settings, 'MODELTRANSLATION_LANGUAGES', [code for code, _ in settings.LANGUAGES]))
ENABLE_REGISTRATIONS = getattr(settings, 'MODELTRANSLATION_ENABLE_REGISTRATIONS', settings.USE_I18N)


def __getattr__(name):
    return opaque('modeltranslation.settings.' + name)
