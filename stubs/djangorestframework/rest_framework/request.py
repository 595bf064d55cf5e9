"""DRF's Request: lazy authentication by the view's authenticators, everything else from the HttpRequest."""
from django.conf import settings
from django.http import HttpRequest

from _unlatched import DRF_VERSION, attacker, request_body
from rest_framework import exceptions
from rest_framework.settings import api_settings

if DRF_VERSION >= (3, 18):
    MAX_MEDIA_TYPE_LENGTH = 256


def is_form_media_type(media_type):
    base = media_type.split(';')[0].strip()
    return base == 'application/x-www-form-urlencoded' or base == 'multipart/form-data'


class override_method:
    """Shows the view another method for the time of a `with` block."""

    def __init__(self, view, request, method):
        self.view = view
        self.request = request
        self.method = method
        self.action = getattr(view, 'action', None)

    def __enter__(self):
        self.view.request = clone_request(self.request, self.method)
        self.view.action = getattr(self.view, 'action_map', {}).get(self.method.lower())
        return self.view.request

    def __exit__(self, *args, **kwarg):
        self.view.request = self.request
        self.view.action = self.action


class WrappedAttributeError(Exception):
    """What an AttributeError becomes that an authenticator or parser let out."""


class Empty:
    """Not set yet; None would be a value."""


def _hasattr(obj, name):
    return getattr(obj, name) is not Empty


def clone_request(request, method):
    ret = Request(
        request=request._request,
        parsers=request.parsers,
        authenticators=request.authenticators,
        negotiator=request.negotiator,
        parser_context=request.parser_context,
    )
    ret._data = request._data
    ret._files = request._files
    ret._full_data = request._full_data
    ret._content_type = request._content_type
    ret._stream = request._stream
    ret.method = method
    for name in ('_user', '_auth', '_authenticator', 'accepted_renderer', 'accepted_media_type', 'version', 'versioning_scheme'):
        if hasattr(request, name):
            setattr(ret, name, getattr(request, name))
    return ret


class ForcedAuthentication:
    """Test clients only."""

    def __init__(self, force_user, force_token):
        self.force_user = force_user
        self.force_token = force_token

    def authenticate(self, request):
        return (self.force_user, self.force_token)


class Request:
    def __init__(self, request, parsers=None, authenticators=None, negotiator=None, parser_context=None):
        assert isinstance(request, HttpRequest), 'The `request` argument must be an instance of `django.http.HttpRequest`.'
        self._request = request
        if parsers is not None:
            self.parsers = parsers or ()
        self.authenticators = authenticators or ()
        self.negotiator = negotiator or self._default_negotiator()
        self.parser_context = {} if parser_context is None else parser_context
        self.parser_context['request'] = self
        self.parser_context['encoding'] = settings.DEFAULT_CHARSET
        self._data = Empty
        self._files = Empty
        self._full_data = Empty
        self._content_type = Empty
        self._stream = Empty
        force_user = getattr(request, '_force_auth_user', None)
        force_token = getattr(request, '_force_auth_token', None)
        if force_user is not None or force_token is not None:
            self.authenticators = (ForcedAuthentication(force_user, force_token),)

    def __class_getitem__(cls, *args, **kwargs):
        return cls

    def _default_negotiator(self):
        return api_settings.DEFAULT_CONTENT_NEGOTIATION_CLASS()

    @property
    def content_type(self):
        meta = self._request.META
        return meta.get('CONTENT_TYPE', meta.get('HTTP_CONTENT_TYPE', ''))

    @property
    def stream(self):
        if not _hasattr(self, '_stream'):
            self._load_stream()
        return self._stream

    @property
    def query_params(self):
        return self._request.GET

    @property
    def data(self):
        if not _hasattr(self, '_full_data'):
            self._load_data_and_files()
        return self._full_data

    @property
    def user(self):
        if not hasattr(self, '_user'):
            try:
                self._authenticate()
            except AttributeError as error:
                raise WrappedAttributeError(str(error))
        return self._user

    @user.setter
    def user(self, value):
        self._user = value
        self._request.user = value

    @property
    def auth(self):
        if not hasattr(self, '_auth'):
            try:
                self._authenticate()
            except AttributeError as error:
                raise WrappedAttributeError(str(error))
        return self._auth

    @auth.setter
    def auth(self, value):
        self._auth = value
        self._request.auth = value

    @property
    def successful_authenticator(self):
        if not hasattr(self, '_authenticator'):
            try:
                self._authenticate()
            except AttributeError as error:
                raise WrappedAttributeError(str(error))
        return self._authenticator

    def _load_data_and_files(self):
        """The body is the caller's choice, so it is one that the view's parsers can read."""
        if not _hasattr(self, '_data'):
            self._data, self._files = self._parse()
            self._full_data = self._data

    def _load_stream(self):
        self._stream = attacker('body:stream')

    def _supports_form_parsing(self):
        return any([parser.media_type in ('application/x-www-form-urlencoded', 'multipart/form-data') for parser in self.parsers])

    def _parse(self):
        if not self.parsers:
            raise exceptions.UnsupportedMediaType(self.content_type)
        return (request_body(), attacker('body:files'))

    def _authenticate(self):
        """The first authenticator with an answer decides; a refusal by one ends the search."""
        for authenticator in self.authenticators:
            try:
                user_auth_tuple = authenticator.authenticate(self)
            except exceptions.APIException:
                self._not_authenticated()
                raise
            if user_auth_tuple is not None:
                self._authenticator = authenticator
                self.user, self.auth = user_auth_tuple
                return
        self._not_authenticated()

    def _not_authenticated(self):
        self._authenticator = None
        anonymous = api_settings.UNAUTHENTICATED_USER
        self.user = anonymous() if anonymous else None
        token = api_settings.UNAUTHENTICATED_TOKEN
        self.auth = token() if token else None

    def __getattr__(self, attr):
        if attr == 'parsers':
            # DRF makes them at once; here the view leaves it to whoever asks first.
            view = self.parser_context.get('view')
            self.parsers = view.get_parsers() if view else ()
            return self.parsers
        try:
            return getattr(self.__dict__['_request'], attr)
        except (AttributeError, KeyError):
            raise AttributeError(f"'Request' object has no attribute '{attr}'")

    @property
    def POST(self):
        return self._request.POST

    @property
    def FILES(self):
        return self._request.FILES

    def force_plaintext_errors(self, value):
        pass
