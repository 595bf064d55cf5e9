"""Rules for new passwords: they judge input, not callers."""
from _unlatched import DJANGO_VERSION, opaque, import_string
from django.conf import settings


def get_default_password_validators():
    return get_password_validators(settings.AUTH_PASSWORD_VALIDATORS)


def get_password_validators(validator_config):
    return [import_string(entry["NAME"])(**entry.get("OPTIONS", {})) for entry in validator_config]


def validate_password(password, user=None, password_validators=None):
    pass


def password_changed(password, user=None, password_validators=None):
    pass


def password_validators_help_texts(password_validators=None):
    return []


def password_validators_help_text_html(password_validators=None):
    return ""


class MinimumLengthValidator:
    def __init__(self, min_length=8):
        self.min_length = min_length

    def validate(self, password, user=None):
        pass

    def get_help_text(self):
        return ""

    if DJANGO_VERSION >= (5, 2):
        get_error_message = opaque("left out of MinimumLengthValidator")


class UserAttributeSimilarityValidator:
    DEFAULT_USER_ATTRIBUTES = ("username", "first_name", "last_name", "email")

    def __init__(self, user_attributes=DEFAULT_USER_ATTRIBUTES, max_similarity=0.7):
        self.user_attributes = user_attributes
        self.max_similarity = max_similarity

    def validate(self, password, user=None):
        pass

    def get_help_text(self):
        return ""

    if DJANGO_VERSION >= (5, 2):
        get_error_message = opaque("left out of UserAttributeSimilarityValidator")


class CommonPasswordValidator:
    def __init__(self, *args, **kwargs):
        pass

    def validate(self, password, user=None):
        pass

    def get_help_text(self):
        return ""

    DEFAULT_PASSWORD_LIST_PATH = opaque("left out of CommonPasswordValidator")
    if DJANGO_VERSION >= (5, 2):
        get_error_message = opaque("left out of CommonPasswordValidator")


class NumericPasswordValidator:
    def validate(self, password, user=None):
        pass

    def get_help_text(self):
        return ""

    if DJANGO_VERSION >= (5, 2):
        get_error_message = opaque("left out of NumericPasswordValidator")
