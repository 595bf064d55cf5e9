from django.apps import apps

from django_otp import user_has_device
from django_otp_webauthn.settings import app_settings


class rewrite_exceptions:
    def __init__(self, logger=None):
        self.logger = logger

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        return False


def get_credential_model_string():
    return app_settings.OTP_WEBAUTHN_CREDENTIAL_MODEL


def get_attestation_model_string():
    return app_settings.OTP_WEBAUTHN_ATTESTATION_MODEL


def get_credential_model():
    return apps.get_model(get_credential_model_string(), require_ready=False)


def get_attestation_model():
    return apps.get_model(get_attestation_model_string(), require_ready=False)


def user_has_any_otp_device(user):
    return user_has_device(user)
