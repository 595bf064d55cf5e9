"""Who is calling: True lets in, everything else is an answer or 401 (`Resource.is_authenticated`)."""
import base64

from django.contrib.auth import authenticate, get_user_model

from _unlatched import opaque
from tastypie.http import HttpUnauthorized


class Authentication:
    """The base class lets everybody in."""

    auth_type = 'none'

    def __init__(self, require_active=True):
        self.require_active = require_active

    def get_authorization_data(self, request):
        authorization = request.META.get('HTTP_AUTHORIZATION', '')
        if not authorization:
            raise ValueError('Authorization header missing or empty.')
        kind, space, data = authorization.partition(' ')
        if not space or kind.lower() != self.auth_type:
            raise ValueError('another kind of authorization')
        return data

    def is_authenticated(self, request, **kwargs):
        return True

    def get_identifier(self, request):
        return opaque('who is calling')

    def check_active(self, user):
        return user.is_active if self.require_active else True


class BasicAuthentication(Authentication):
    auth_type = 'basic'

    def __init__(self, backend=None, realm='django-tastypie', **kwargs):
        super().__init__(**kwargs)
        self.backend = backend
        self.realm = realm

    def _unauthorized(self):
        response = HttpUnauthorized()
        response['WWW-Authenticate'] = f'Basic Realm="{self.realm}"'
        return response

    def extract_credentials(self, request):
        username, password = base64.b64decode(self.get_authorization_data(request)).decode('utf-8').split(':', 1)
        return (username, password)

    def is_authenticated(self, request, **kwargs):
        try:
            username, password = self.extract_credentials(request)
        except ValueError:
            return self._unauthorized()
        if not username or not password:
            return self._unauthorized()
        if self.backend:
            user = self.backend.authenticate(username=username, password=password)
        else:
            user = authenticate(username=username, password=password)
        if user is None:
            return self._unauthorized()
        if not self.check_active(user):
            return False
        request.user = user
        return True


class ApiKeyAuthentication(Authentication):
    """`ApiKey <user>:<key>`, or both in the query or the form."""

    auth_type = 'apikey'

    def _unauthorized(self):
        return HttpUnauthorized()

    def extract_credentials(self, request):
        try:
            data = self.get_authorization_data(request)
        except ValueError:
            username = request.GET.get('username') or request.POST.get('username')
            return (username, request.GET.get('api_key') or request.POST.get('api_key'))
        username, api_key = data.split(':', 1)
        return (username, api_key)

    def is_authenticated(self, request, **kwargs):
        try:
            username, api_key = self.extract_credentials(request)
        except ValueError:
            return self._unauthorized()
        if not username or not api_key:
            return self._unauthorized()
        User = get_user_model()
        try:
            user = User.objects.select_related('api_key').get(**{User.USERNAME_FIELD: username})
        except (User.DoesNotExist, User.MultipleObjectsReturned):
            return self._unauthorized()
        if not self.check_active(user):
            return False
        checked = self.get_key(user, api_key)
        if checked and not isinstance(checked, HttpUnauthorized):
            request.user = user
        return checked

    def get_key(self, user, api_key):
        from tastypie.models import ApiKey

        return True if ApiKey.objects.filter(user=user, key=api_key).exists() else self._unauthorized()


class SessionAuthentication(Authentication):
    """What asks for a CSRF token is left out: it keeps no stranger out who is not logged in."""

    def is_authenticated(self, request, **kwargs):
        return request.user.is_authenticated


class DigestAuthentication(Authentication):
    auth_type = 'digest'

    def __init__(self, backend=None, realm='django-tastypie', **kwargs):
        super().__init__(**kwargs)
        self.backend = backend
        self.realm = realm

    def is_authenticated(self, request, **kwargs):
        try:
            self.get_authorization_data(request)
        except ValueError:
            return HttpUnauthorized()
        return opaque('whether a digest is right')


class OAuthAuthentication(Authentication):
    def is_authenticated(self, request, **kwargs):
        return opaque('whether a request is signed rightly')


class MultiAuthentication:
    def __init__(self, *backends, **kwargs):
        self.backends = backends

    def is_authenticated(self, request, **kwargs):
        unauthorized = False
        for backend in self.backends:
            check = backend.is_authenticated(request, **kwargs)
            if check:
                if isinstance(check, HttpUnauthorized):
                    unauthorized = unauthorized or check
                else:
                    request._authentication_backend = backend
                    return check
        return unauthorized

    def get_identifier(self, request):
        return opaque('who is calling')
