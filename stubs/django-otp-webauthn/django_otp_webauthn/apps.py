from django.apps import AppConfig


class OtpWebauthnConfig(AppConfig):
    default_auto_field = 'django.db.models.BigAutoField'
    name = 'django_otp_webauthn'

    def ready(self):
        pass
