"""Translation functions return what they were given; languages come from the settings."""
from contextlib import ContextDecorator

from _unlatched import settings_get


def gettext(message):
    return message


def gettext_lazy(message):
    return message


def gettext_noop(message):
    return message


def pgettext(context, message):
    return message


def pgettext_lazy(context, message):
    return message


# Gone since Django 4.0.
ugettext = gettext
ugettext_lazy = gettext_lazy
ugettext_noop = gettext_noop


def ngettext(singular, plural, number):
    return plural


def ngettext_lazy(singular, plural, number=None):
    return plural


def npgettext(context, singular, plural, number):
    return plural


def npgettext_lazy(context, singular, plural, number=None):
    return plural


class TranslatorCommentWarning(SyntaxWarning):
    pass


def activate(language):
    return None


def deactivate():
    return None


def deactivate_all():
    return None


class override(ContextDecorator):
    def __init__(self, language, deactivate=False):
        self.language = language
        self.deactivate = deactivate

    def __enter__(self):
        return None

    def __exit__(self, exc_type, exc_value, traceback):
        return None

    def __call__(self, func):
        return func


def get_language():
    return settings_get("LANGUAGE_CODE")


def get_language_bidi():
    return get_language().split("-")[0] in settings_get("LANGUAGES_BIDI")


def check_for_language(lang_code):
    return lang_code in dict(settings_get("LANGUAGES"))


def to_language(locale):
    return locale.replace("_", "-").lower()


def to_locale(language):
    head, _, tail = language.partition("-")
    return f"{head}_{tail.upper()}" if tail else head


def get_language_from_request(request, check_path=False):
    return get_language()


def get_language_from_path(path):
    code = path.strip("/").split("/")[0]
    return code if check_for_language(code) else None


def get_supported_language_variant(lang_code, *, strict=False):
    return lang_code


def templatize(src, **kwargs):
    return src


def get_language_info(lang_code):
    name = dict(settings_get("LANGUAGES")).get(lang_code, lang_code)
    return {"code": lang_code, "name": name, "name_local": name, "bidi": lang_code in settings_get("LANGUAGES_BIDI")}


def trim_whitespace(s):
    return s


def round_away_from_one(value):
    return int(value)
