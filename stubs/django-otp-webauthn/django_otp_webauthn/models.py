from django.conf import settings
from django.db import models

from django_otp.models import Device, DeviceManager, TimestampMixin
from _unlatched import import_string
from django_otp_webauthn.settings import app_settings


class WebAuthnAttestationManager(models.Manager):
    pass


class WebAuthnCredentialManager(DeviceManager):
    pass


class WebAuthnCredentialQuerySet(models.QuerySet):
    pass


class AbstractWebAuthnAttestation(models.Model):
    fmt = models.CharField(max_length=255, editable=False)
    data = models.BinaryField(editable=False)
    client_data_json = models.BinaryField(editable=False)
    objects = WebAuthnAttestationManager()

    class Meta:
        abstract = True


class AbstractWebAuthnCredential(TimestampMixin, Device):
    credential_type = models.CharField(max_length=32, editable=False)
    credential_id = models.BinaryField(max_length=1023, editable=False)
    public_key = models.BinaryField(max_length=1023, editable=False)
    transports = models.JSONField(editable=False, default=list)
    sign_count = models.PositiveIntegerField(editable=False, default=0)
    aaguid = models.CharField(max_length=36, editable=False)
    discoverable = models.BooleanField(null=True, editable=False)
    objects = WebAuthnCredentialManager()

    class Meta:
        abstract = True

    @classmethod
    def get_webauthn_helper(cls, request):
        return import_string(app_settings.OTP_WEBAUTHN_HELPER_CLASS)(request=request)

    @classmethod
    def get_by_credential_id(cls, credential_id):
        return cls.objects.get(credential_id=credential_id)


class WebAuthnCredential(AbstractWebAuthnCredential):
    pass


class WebAuthnAttestation(AbstractWebAuthnAttestation):
    credential = models.OneToOneField(WebAuthnCredential, on_delete=models.CASCADE, related_name='attestation', editable=False)


class WebAuthnUserHandle(models.Model):
    handle_hex = models.CharField(max_length=128, unique=True, editable=False)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
