"""The endpoints of clients: whoever asks for a token shows credentials in the request itself."""
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import FormView, View

from _unlatched import opaque
from oauth2_provider.compat import login_not_required
from oauth2_provider.views.mixins import OAuthLibMixin


@method_decorator(login_not_required, name='dispatch')
class BaseAuthorizationView(LoginRequiredMixin, OAuthLibMixin, View):
    def dispatch(self, request, *args, **kwargs):
        self.oauth2_data = {}
        return super().dispatch(request, *args, **kwargs)


class AuthorizationView(BaseAuthorizationView, FormView):
    template_name = 'oauth2_provider/authorize.html'
    skip_authorization_completely = False

    def form_valid(self, form):
        uri, headers, body, status = self.create_authorization_response(self.request, opaque('scopes'), opaque('credentials'), True)
        return HttpResponse(status=302)

    def get(self, request, *args, **kwargs):
        self.validate_authorization_request(request)
        return HttpResponse(opaque('page'))


@method_decorator(csrf_exempt, name='dispatch')
@method_decorator(login_not_required, name='dispatch')
class TokenView(OAuthLibMixin, View):
    _unlatched_for_strangers = True

    def post(self, request, *args, **kwargs):
        url, headers, body, status = self.create_token_response(request)
        return HttpResponse(content=body, status=status)


@method_decorator(csrf_exempt, name='dispatch')
@method_decorator(login_not_required, name='dispatch')
class RevokeTokenView(OAuthLibMixin, View):
    _unlatched_for_strangers = True

    def post(self, request, *args, **kwargs):
        url, headers, body, status = self.create_revocation_response(request)
        return HttpResponse(content=body, status=status)
