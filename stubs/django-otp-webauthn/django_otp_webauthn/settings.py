from django.conf import settings as _unlatched_settings


class AppSettings:
    OTP_WEBAUTHN_EXCEPTION_LOGGER_NAME = 'django_otp_webauthn'
    OTP_WEBAUTHN_CREDENTIAL_MODEL = 'django_otp_webauthn.WebAuthnCredential'
    OTP_WEBAUTHN_ATTESTATION_MODEL = 'django_otp_webauthn.WebAuthnAttestation'
    OTP_WEBAUTHN_HELPER_CLASS = 'django_otp_webauthn.helpers.WebAuthnHelper'
    OTP_WEBAUTHN_ALLOW_PASSWORDLESS_LOGIN = True
    OTP_WEBAUTHN_RP_RELATED_ORIGINS = []
    OTP_WEBAUTHN_ALLOWED_ORIGINS = []

    def __getattribute__(self, name):
        if name.startswith('OTP_WEBAUTHN') and hasattr(_unlatched_settings, name):
            return getattr(_unlatched_settings, name)
        return super().__getattribute__(name)


app_settings = AppSettings()
