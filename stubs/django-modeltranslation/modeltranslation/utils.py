from _unlatched import opaque
from modeltranslation import settings


def get_translation_fields(*fields):
    return [build_localized_fieldname(field, lang) for field in fields for lang in settings.AVAILABLE_LANGUAGES]


def build_lang(lang):
    return 'ind' if lang == 'id' else lang.replace('-', '_')


def build_localized_fieldname(field_name, lang):
    return f'{field_name}_{build_lang(lang)}'


def __getattr__(name):
    return opaque('modeltranslation.utils.' + name)
