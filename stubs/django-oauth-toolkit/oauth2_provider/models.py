"""Applications, grants and tokens; the probes send tokens that have not expired."""
from django.apps import apps
from django.conf import settings
from django.db import models

from _unlatched import opaque, world
from oauth2_provider.generators import generate_client_id, generate_client_secret
from oauth2_provider.settings import oauth2_settings


class AbstractApplication(models.Model):
    CLIENT_CONFIDENTIAL = 'confidential'
    CLIENT_PUBLIC = 'public'
    GRANT_AUTHORIZATION_CODE = 'authorization-code'
    GRANT_IMPLICIT = 'implicit'
    GRANT_PASSWORD = 'password'
    GRANT_CLIENT_CREDENTIALS = 'client-credentials'
    GRANT_OPENID_HYBRID = 'openid-hybrid'
    NO_ALGORITHM = ''
    RS256_ALGORITHM = 'RS256'
    HS256_ALGORITHM = 'HS256'

    id = models.BigAutoField(primary_key=True)
    client_id = models.CharField(max_length=100, unique=True, default=generate_client_id, db_index=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE)
    redirect_uris = models.TextField(blank=True)
    post_logout_redirect_uris = models.TextField(blank=True, default='')
    client_type = models.CharField(max_length=32)
    authorization_grant_type = models.CharField(max_length=44)
    client_secret = models.CharField(max_length=255, blank=True, default=generate_client_secret)
    hash_client_secret = models.BooleanField(default=True)
    name = models.CharField(max_length=255, blank=True)
    skip_authorization = models.BooleanField(default=False)
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)
    algorithm = models.CharField(max_length=5, default=NO_ALGORITHM, blank=True)
    allowed_origins = models.TextField(blank=True, default='')

    class Meta:
        abstract = True

    def get_allowed_schemes(self):
        return oauth2_settings.ALLOWED_REDIRECT_URI_SCHEMES

    def allows_grant_type(self, *grant_types):
        return self.authorization_grant_type in grant_types

    def is_usable(self, request):
        return True

    def redirect_uri_allowed(self, uri):
        return world('whether a redirect URI is allowed')


class ApplicationManager(models.Manager):
    def get_by_natural_key(self, client_id):
        return self.get(client_id=client_id)


class Application(AbstractApplication):
    objects = ApplicationManager()

    class Meta:
        swappable = 'OAUTH2_PROVIDER_APPLICATION_MODEL'


class AbstractGrant(models.Model):
    id = models.BigAutoField(primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    code = models.CharField(max_length=255, unique=True)
    application = models.ForeignKey(oauth2_settings.APPLICATION_MODEL, on_delete=models.CASCADE)
    expires = models.DateTimeField()
    redirect_uri = models.TextField()
    scope = models.TextField(blank=True)

    class Meta:
        abstract = True

    def is_expired(self):
        return False


class Grant(AbstractGrant):
    class Meta:
        swappable = 'OAUTH2_PROVIDER_GRANT_MODEL'


class AbstractAccessToken(models.Model):
    id = models.BigAutoField(primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, blank=True, null=True)
    source_refresh_token = models.OneToOneField(
        oauth2_settings.REFRESH_TOKEN_MODEL, on_delete=models.SET_NULL, blank=True, null=True, related_name='refreshed_access_token'
    )
    token = models.TextField()
    id_token = models.OneToOneField(
        oauth2_settings.ID_TOKEN_MODEL, on_delete=models.CASCADE, blank=True, null=True, related_name='access_token'
    )
    application = models.ForeignKey(oauth2_settings.APPLICATION_MODEL, on_delete=models.CASCADE, blank=True, null=True)
    expires = models.DateTimeField()
    scope = models.TextField(blank=True)
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True

    def is_valid(self, scopes=None):
        return not self.is_expired() and self.allow_scopes(scopes)

    def is_expired(self):
        return False

    def allow_scopes(self, scopes):
        return True if not scopes else world('whether the token has the scopes ' + ' '.join(scopes))

    def revoke(self):
        self.delete()

    @property
    def scopes(self):
        return world('scopes of the token')


class AccessToken(AbstractAccessToken):
    class Meta:
        swappable = 'OAUTH2_PROVIDER_ACCESS_TOKEN_MODEL'


class AbstractRefreshToken(models.Model):
    id = models.BigAutoField(primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    token = models.TextField()
    application = models.ForeignKey(oauth2_settings.APPLICATION_MODEL, on_delete=models.CASCADE)
    access_token = models.OneToOneField(
        oauth2_settings.ACCESS_TOKEN_MODEL, on_delete=models.SET_NULL, blank=True, null=True, related_name='refresh_token'
    )
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)
    revoked = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    def revoke(self):
        return None


class RefreshToken(AbstractRefreshToken):
    class Meta:
        swappable = 'OAUTH2_PROVIDER_REFRESH_TOKEN_MODEL'


class AbstractIDToken(models.Model):
    id = models.BigAutoField(primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, blank=True, null=True)
    jti = models.UUIDField(unique=True, editable=False)
    application = models.ForeignKey(oauth2_settings.APPLICATION_MODEL, on_delete=models.CASCADE, blank=True, null=True)
    expires = models.DateTimeField()
    scope = models.TextField(blank=True)
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class IDToken(AbstractIDToken):
    class Meta:
        swappable = 'OAUTH2_PROVIDER_ID_TOKEN_MODEL'


class AbstractDeviceGrant(models.Model):
    AUTHORIZED = 'authorized'
    AUTHORIZATION_PENDING = 'authorization-pending'
    EXPIRED = 'expired'
    DENIED = 'denied'

    id = models.BigAutoField(primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE)
    device_code = models.CharField(max_length=100)
    user_code = models.CharField(max_length=100)
    scope = models.TextField(blank=True)
    expires = models.DateTimeField()
    status = models.CharField(max_length=64, blank=True)
    client_id = models.CharField(max_length=100, db_index=True)

    class Meta:
        abstract = True


class DeviceGrant(AbstractDeviceGrant):
    class Meta:
        swappable = 'OAUTH2_PROVIDER_DEVICE_GRANT_MODEL'


def get_application_model():
    return apps.get_model(oauth2_settings.APPLICATION_MODEL)


def get_device_grant_model():
    return apps.get_model(oauth2_settings.DEVICE_GRANT_MODEL)


def get_grant_model():
    return apps.get_model(oauth2_settings.GRANT_MODEL)


def get_access_token_model():
    return apps.get_model(oauth2_settings.ACCESS_TOKEN_MODEL)


def get_id_token_model():
    return apps.get_model(oauth2_settings.ID_TOKEN_MODEL)


def get_refresh_token_model():
    return apps.get_model(oauth2_settings.REFRESH_TOKEN_MODEL)


def clear_expired():
    return None


def __getattr__(name):
    return opaque('oauth2_provider.models.' + name)
