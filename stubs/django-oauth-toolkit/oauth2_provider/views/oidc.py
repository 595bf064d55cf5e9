from django.http import HttpResponse, JsonResponse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import FormView, View

from _unlatched import opaque
from oauth2_provider.compat import login_not_required
from oauth2_provider.views.metadata import ServerMetadataViewMixin
from oauth2_provider.views.mixins import OAuthLibMixin, OIDCLogoutOnlyMixin, OIDCOnlyMixin


@method_decorator(login_not_required, name='dispatch')
class ConnectDiscoveryInfoView(ServerMetadataViewMixin, OIDCOnlyMixin, View):
    def get(self, request, *args, **kwargs):
        return JsonResponse(opaque('metadata of the provider'))


@method_decorator(login_not_required, name='dispatch')
class JwksInfoView(OIDCOnlyMixin, View):
    def get(self, request, *args, **kwargs):
        return JsonResponse(opaque('public keys'))


@method_decorator(csrf_exempt, name='dispatch')
@method_decorator(login_not_required, name='dispatch')
class UserInfoView(OIDCOnlyMixin, OAuthLibMixin, View):
    def get(self, request, *args, **kwargs):
        return self._create_userinfo_response(request)

    def post(self, request, *args, **kwargs):
        return self._create_userinfo_response(request)

    def _create_userinfo_response(self, request):
        url, headers, body, status = self.create_userinfo_response(request)
        return HttpResponse(content=body or '', status=status)


@method_decorator(login_not_required, name='dispatch')
class RPInitiatedLogoutView(OIDCLogoutOnlyMixin, FormView):
    template_name = 'oauth2_provider/logout_confirm.html'

    def get(self, request, *args, **kwargs):
        return HttpResponse(opaque('page'))

    def form_valid(self, form):
        return HttpResponse(status=302)
