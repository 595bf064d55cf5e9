from django.utils.decorators import classonlymethod

from allauth.account.internal.decorators import _unlatched_stage
from allauth.core.exceptions import ReauthenticationRequired
from allauth.headless.base import response
from allauth.headless.constants import Client
from allauth.headless.internal import decorators
from allauth.headless.internal.restkit.views import RESTView


class APIView(RESTView):
    client = None

    @classonlymethod
    def as_api_view(cls, **initkwargs):
        view_func = cls.as_view(**initkwargs)
        if initkwargs['client'] == Client.APP:
            return decorators.app_view(view_func)
        return decorators.browser_view(view_func)

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except ReauthenticationRequired:
            return response.ReauthenticationResponse(self.request)


class AuthenticationStageAPIView(APIView):
    def handle(self, request, *args, **kwargs):
        if not _unlatched_stage(request, 'stage'):
            return response.UnauthorizedResponse(request)
        return super().handle(request, *args, **kwargs)


class AuthenticatedAPIView(APIView):
    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return response.AuthenticationResponse(request)
        return super().dispatch(request, *args, **kwargs)


class ConfigView(APIView):
    def get(self, request, *args, **kwargs):
        return response.ConfigResponse(request)
