"""Which language a request is answered in lets nobody in; languages that Django has are a matter of the installation."""
import re

from _unlatched import attacker, deployment, opaque

language_code_re = re.compile(r"^[a-z]{1,8}(?:-[a-z0-9]{1,8})*(?:@[a-z0-9]{1,20})?$", re.IGNORECASE)


def check_for_language(lang_code):
    return deployment(f"the language {lang_code} is installed")


def get_supported_language_variant(lang_code, strict=False):
    if not lang_code or not deployment(f"the language {lang_code} is installed"):
        raise LookupError(lang_code)
    return lang_code


def parse_accept_lang_header(lang_string):
    if not lang_string:
        return ()
    return ((attacker("a language that the caller accepts"), 1.0),)


def __getattr__(name):
    return opaque("django.utils.translation.trans_real." + name)
