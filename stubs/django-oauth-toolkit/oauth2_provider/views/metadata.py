from django.http import JsonResponse
from django.utils.decorators import method_decorator
from django.views.generic import View

from _unlatched import opaque
from oauth2_provider.compat import login_not_required


class ServerMetadataViewMixin:
    pass


@method_decorator(login_not_required, name='dispatch')
class OAuthServerMetadataView(ServerMetadataViewMixin, View):
    _unlatched_for_strangers = True

    def get(self, request, *args, **kwargs):
        return JsonResponse(opaque('metadata of the server'))


@method_decorator(login_not_required, name='dispatch')
class OAuthProtectedResourceMetadataView(View):
    _unlatched_for_strangers = True

    def get(self, request, *args, **kwargs):
        return JsonResponse(opaque('metadata of the resource'))
