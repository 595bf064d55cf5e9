from django.contrib.auth.decorators import login_required
from django.utils.decorators import method_decorator
from django.views.generic import FormView, TemplateView

from _unlatched import opaque
from allauth.account.internal.decorators import login_stage_required
from allauth.account.views import BaseReauthenticateView


@method_decorator(login_stage_required(stage='mfa_authenticate', redirect_urlname='account_login'), name='dispatch')
class AuthenticateView(TemplateView):
    template_name = 'mfa/authenticate.html'
    form_class = opaque('form')

    def post(self, request, *args, **kwargs):
        return opaque('answer to a code')


authenticate = AuthenticateView.as_view()


@method_decorator(login_required, name='dispatch')
class ReauthenticateView(BaseReauthenticateView):
    template_name = 'mfa/reauthenticate.html'
    form_class = opaque('form')


reauthenticate = ReauthenticateView.as_view()


@method_decorator(login_required, name='dispatch')
class IndexView(TemplateView):
    template_name = 'mfa/index.html'


index = IndexView.as_view()


@method_decorator(login_stage_required(stage='mfa_trust', redirect_urlname='account_login'), name='dispatch')
class TrustView(FormView):
    template_name = 'mfa/trust.html'
    form_class = opaque('form')


trust = TrustView.as_view()
