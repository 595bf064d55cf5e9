"""APIView: the request pipeline of DRF, in its order: negotiate, version, authenticate, permit, throttle, handle."""
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View

from _unlatched import DJANGO_VERSION, DRF_VERSION, assume, is_known, is_missing
from rest_framework import exceptions, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.schemas import DefaultSchema
from rest_framework.settings import api_settings


def get_view_name(view):
    name = getattr(view, 'name', None)
    return view.__class__.__name__ if name is None else name


def get_view_description(view, html=False):
    return getattr(view, 'description', None) or ''


def set_rollback():
    pass


def exception_handler(exc, context):
    """Answers API exceptions and Django's 404 and 403; None (a 500) for the rest."""
    if isinstance(exc, Http404):
        exc = exceptions.NotFound()
    elif isinstance(exc, PermissionDenied):
        exc = exceptions.PermissionDenied()
    if not isinstance(exc, exceptions.APIException):
        return None
    headers = {}
    if getattr(exc, 'auth_header', None):
        headers['WWW-Authenticate'] = exc.auth_header
    if getattr(exc, 'wait', None):
        headers['Retry-After'] = str(exc.wait)
    data = exc.detail if isinstance(exc.detail, (list, dict)) else {'detail': exc.detail}
    set_rollback()
    return Response(data, status=exc.status_code, headers=headers)


def _unlatched_status_of(exc):
    """The status that DRF's own handler gives an exception, whatever the project's makes of it; 500 for what it does not handle."""
    if isinstance(exc, Http404):
        return 404
    if isinstance(exc, PermissionDenied):
        return 403
    return getattr(exc, "status_code", 500)


class APIView(View):
    # Read once, when this module is imported; each list replaces and never merges.
    renderer_classes = api_settings.DEFAULT_RENDERER_CLASSES
    parser_classes = api_settings.DEFAULT_PARSER_CLASSES
    authentication_classes = api_settings.DEFAULT_AUTHENTICATION_CLASSES
    throttle_classes = api_settings.DEFAULT_THROTTLE_CLASSES
    permission_classes = api_settings.DEFAULT_PERMISSION_CLASSES
    content_negotiation_class = api_settings.DEFAULT_CONTENT_NEGOTIATION_CLASS
    metadata_class = api_settings.DEFAULT_METADATA_CLASS
    versioning_class = api_settings.DEFAULT_VERSIONING_CLASS
    settings = api_settings
    schema = DefaultSchema()

    @classmethod
    def as_view(cls, **initkwargs):
        view = super().as_view(**initkwargs)
        view.cls = cls
        view.initkwargs = initkwargs
        # From 3.16 on, LoginRequiredMiddleware passes every DRF view by.
        if DRF_VERSION >= (3, 16) and DJANGO_VERSION >= (5, 1):
            view.login_required = False
        return csrf_exempt(view)

    @property
    def allowed_methods(self):
        return self._allowed_methods()

    @property
    def default_response_headers(self):
        """DRF's have Allow, made of `allowed_methods`: it decides nothing."""
        return {}

    def http_method_not_allowed(self, request, *args, **kwargs):
        raise exceptions.MethodNotAllowed(request.method)

    def permission_denied(self, request, message=None, code=None):
        """401 only when somebody could have authenticated and nobody did; handle_exception may still make it 403."""
        if request.authenticators and not request.successful_authenticator:
            raise exceptions.NotAuthenticated()
        raise exceptions.PermissionDenied(detail=message, code=code)

    def throttled(self, request, wait):
        raise exceptions.Throttled(wait)

    def get_authenticate_header(self, request):
        authenticators = self.get_authenticators()
        if authenticators:
            return authenticators[0].authenticate_header(request)

    def get_parser_context(self, http_request):
        return {'view': self, 'args': getattr(self, 'args', ()), 'kwargs': getattr(self, 'kwargs', {})}

    def get_renderer_context(self):
        return {
            'view': self,
            'args': getattr(self, 'args', ()),
            'kwargs': getattr(self, 'kwargs', {}),
            'request': getattr(self, 'request', None),
        }

    def get_exception_handler_context(self):
        return self.get_renderer_context()

    def get_view_name(self):
        return self.settings.VIEW_NAME_FUNCTION(self)

    def get_view_description(self, html=False):
        return self.settings.VIEW_DESCRIPTION_FUNCTION(self, html)

    def get_format_suffix(self, **kwargs):
        name = self.settings.FORMAT_SUFFIX_KWARG
        if name:
            return kwargs.get(name)

    def get_renderers(self):
        return [renderer() for renderer in self.renderer_classes]

    def get_parsers(self):
        return [parser() for parser in self.parser_classes]

    def get_authenticators(self):
        return [auth() for auth in self.authentication_classes]

    def get_permissions(self):
        return [permission() for permission in self.permission_classes]

    def get_throttles(self):
        return [throttle() for throttle in self.throttle_classes]

    def get_content_negotiator(self):
        if not getattr(self, '_negotiator', None):
            self._negotiator = self.content_negotiation_class()
        return self._negotiator

    def get_exception_handler(self):
        return self.settings.EXCEPTION_HANDLER

    def perform_content_negotiation(self, request, force=False):
        renderers = self.get_renderers()
        negotiator = self.get_content_negotiator()
        try:
            return negotiator.select_renderer(request, renderers, self.format_kwarg)
        except Exception:
            if force:
                return (renderers[0], renderers[0].media_type)
            raise

    def perform_authentication(self, request):
        request.user

    def check_permissions(self, request):
        for permission in self.get_permissions():
            if not permission.has_permission(request, self):
                self.permission_denied(request, message=getattr(permission, 'message', None), code=getattr(permission, 'code', None))

    def check_object_permissions(self, request, obj):
        for permission in self.get_permissions():
            if not permission.has_object_permission(request, self, obj):
                self.permission_denied(request, message=getattr(permission, 'message', None), code=getattr(permission, 'code', None))

    def check_throttles(self, request):
        refused = False
        wait = None
        for throttle in self.get_throttles():
            if not throttle.allow_request(request, self):
                refused = True
                wait = throttle.wait()
        if refused:
            self.throttled(request, wait)

    def determine_version(self, request, *args, **kwargs):
        if self.versioning_class is None:
            return (None, None)
        scheme = self.versioning_class()
        return (scheme.determine_version(request, *args, **kwargs), scheme)

    def initialize_request(self, request, *args, **kwargs):
        parser_context = self.get_parser_context(request)
        # Parsers decide nothing before somebody reads the body, so the usual ones are made there.
        usual = type(self).get_parsers is APIView.get_parsers
        return Request(
            request,
            parsers=None if usual else self.get_parsers(),
            authenticators=self.get_authenticators(),
            negotiator=self.get_content_negotiator(),
            parser_context=parser_context,
        )

    def initial(self, request, *args, **kwargs):
        self.format_kwarg = self.get_format_suffix(**kwargs)
        request.accepted_renderer, request.accepted_media_type = self.perform_content_negotiation(request)
        request.version, request.versioning_scheme = self.determine_version(request, *args, **kwargs)
        self.perform_authentication(request)
        self.check_permissions(request)
        self.check_throttles(request)

    def finalize_response(self, request, response, *args, **kwargs):
        assert isinstance(response, HttpResponseBase), 'Expected a response to be returned from the view'
        if isinstance(response, Response):
            if not getattr(request, 'accepted_renderer', None):
                request.accepted_renderer, request.accepted_media_type = self.perform_content_negotiation(request, force=True)
            response.accepted_renderer = request.accepted_renderer
            response.accepted_media_type = request.accepted_media_type
            response.renderer_context = self.get_renderer_context()
        for key, value in self.headers.items():
            response[key] = value
        return response

    def handle_exception(self, exc):
        """A 401 that no authenticator can announce in WWW-Authenticate becomes a 403."""
        if isinstance(exc, (exceptions.NotAuthenticated, exceptions.AuthenticationFailed)):
            auth_header = self.get_authenticate_header(self.request)
            if auth_header:
                exc.auth_header = auth_header
            else:
                exc.status_code = status.HTTP_403_FORBIDDEN
        handler = self.get_exception_handler()
        if not is_known(handler):
            assume("the exception handler, which is not known, answers as that of DRF does")
            handler = exception_handler
        _unlatched_status = getattr(exc, "status_code", None)
        response = handler(exc, self.get_exception_handler_context())
        if is_missing(response) and _unlatched_status is not None:
            assume("the exception handler asks code that is not there, which answers with the status of the exception")
            response = Response({}, status=_unlatched_status)
        if response is None:
            self.raise_uncaught_exception(exc)
        response.exception = True
        response._unlatched_refused = _unlatched_status_of(exc)
        return response

    def raise_uncaught_exception(self, exc):
        raise exc

    def dispatch(self, request, *args, **kwargs):
        self.args = args
        self.kwargs = kwargs
        request = self.initialize_request(request, *args, **kwargs)
        self.request = request
        self.headers = self.default_response_headers
        try:
            self.initial(request, *args, **kwargs)
            method = request.method.lower()
            if method in self.http_method_names:
                handler = getattr(self, method, self.http_method_not_allowed)
            else:
                handler = self.http_method_not_allowed
            response = handler(request, *args, **kwargs)
        except Exception as exc:
            response = self.handle_exception(exc)
        self.response = self.finalize_response(request, response, *args, **kwargs)
        return self.response

    def options(self, request, *args, **kwargs):
        if self.metadata_class is None:
            return self.http_method_not_allowed(request, *args, **kwargs)
        return Response(self.metadata_class().determine_metadata(request, self), status=status.HTTP_200_OK)
