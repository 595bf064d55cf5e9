from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse, HttpResponseForbidden, HttpResponseNotFound

from oauth2_provider.decorators import _unlatched_Server
from oauth2_provider.scopes import get_scopes_backend
from oauth2_provider.settings import oauth2_settings

SAFE_HTTP_METHODS = ['GET', 'HEAD', 'OPTIONS']


class OAuthLibMixin:
    server_class = None
    validator_class = None
    oauthlib_backend_class = None

    @classmethod
    def get_server_class(cls):
        return oauth2_settings.OAUTH2_SERVER_CLASS if cls.server_class is None else cls.server_class

    @classmethod
    def get_validator_class(cls):
        return oauth2_settings.OAUTH2_VALIDATOR_CLASS if cls.validator_class is None else cls.validator_class

    @classmethod
    def get_oauthlib_backend_class(cls):
        return oauth2_settings.OAUTH2_BACKEND_CLASS if cls.oauthlib_backend_class is None else cls.oauthlib_backend_class

    @classmethod
    def get_server(cls):
        return _unlatched_Server(cls.get_validator_class()())

    @classmethod
    def get_oauthlib_core(cls):
        return cls.get_oauthlib_backend_class()(cls.get_server())

    def validate_authorization_request(self, request):
        return self.get_oauthlib_core().validate_authorization_request(request)

    def create_authorization_response(self, request, scopes, credentials, allow):
        return self.get_oauthlib_core().create_authorization_response(request, scopes, credentials, allow)

    def create_device_authorization_response(self, request):
        return self.get_oauthlib_core().create_device_authorization_response(request)

    def create_token_response(self, request):
        return self.get_oauthlib_core().create_token_response(request)

    def create_revocation_response(self, request):
        return self.get_oauthlib_core().create_revocation_response(request)

    def create_userinfo_response(self, request):
        return self.get_oauthlib_core().create_userinfo_response(request)

    def verify_request(self, request):
        return self.get_oauthlib_core().verify_request(request, scopes=self.get_scopes())

    def get_scopes(self):
        return []

    def authenticate_client(self, request):
        return self.get_oauthlib_core().authenticate_client(request)

    def unauthenticated_response(self, request, oauthlib_request=None):
        return HttpResponseForbidden()


class ScopedResourceMixin:
    required_scopes = None

    def get_scopes(self, *args, **kwargs):
        if self.required_scopes is None:
            raise ImproperlyConfigured("ProtectedResourceMixin requires 'required_scopes' or 'get_scopes()'")
        return self.required_scopes


class ProtectedResourceMixin(OAuthLibMixin):
    def dispatch(self, request, *args, **kwargs):
        if request.method.upper() == 'OPTIONS':
            return super().dispatch(request, *args, **kwargs)
        valid, made = self.verify_request(request)
        if valid:
            request.resource_owner = made.user
            return super().dispatch(request, *args, **kwargs)
        return self.unauthenticated_response(request, made)


class ReadWriteScopedResourceMixin(ScopedResourceMixin, OAuthLibMixin):
    required_scopes = []
    read_write_scope = None

    def dispatch(self, request, *args, **kwargs):
        provided = get_scopes_backend().get_all_scopes()
        if oauth2_settings.READ_SCOPE not in provided or oauth2_settings.WRITE_SCOPE not in provided:
            raise ImproperlyConfigured('ReadWriteScopedResourceMixin needs the read and write scopes in OAUTH2_PROVIDER["SCOPES"]')
        safe = request.method.upper() in SAFE_HTTP_METHODS
        self.read_write_scope = oauth2_settings.READ_SCOPE if safe else oauth2_settings.WRITE_SCOPE
        return super().dispatch(request, *args, **kwargs)

    def get_scopes(self, *args, **kwargs):
        return super().get_scopes(*args, **kwargs) + [self.read_write_scope]


class ClientProtectedResourceMixin(OAuthLibMixin):
    def dispatch(self, request, *args, **kwargs):
        if request.method.upper() == 'OPTIONS' or self.authenticate_client(request):
            return super().dispatch(request, *args, **kwargs)
        valid, made = self.verify_request(request)
        if valid:
            request.resource_owner = made.user
            return super().dispatch(request, *args, **kwargs)
        return self.unauthenticated_response(request, made)


class ProtectedResourceMetadataMixin(OAuthLibMixin):
    www_authenticate_realm = None
    resource_metadata_url = None

    def get_resource_metadata_url(self, request):
        return self.resource_metadata_url

    def unauthenticated_response(self, request, oauthlib_request=None):
        return HttpResponse(status=401)


class OIDCOnlyMixin:
    def dispatch(self, *args, **kwargs):
        if not oauth2_settings.OIDC_ENABLED:
            if settings.DEBUG:
                raise ImproperlyConfigured('OIDC views are not enabled')
            return HttpResponseNotFound()
        return super().dispatch(*args, **kwargs)


class OIDCLogoutOnlyMixin(OIDCOnlyMixin):
    def dispatch(self, *args, **kwargs):
        if not oauth2_settings.OIDC_RP_INITIATED_LOGOUT_ENABLED:
            if settings.DEBUG:
                raise ImproperlyConfigured('the RP-initiated logout is not enabled')
            return HttpResponseNotFound()
        return super().dispatch(*args, **kwargs)
