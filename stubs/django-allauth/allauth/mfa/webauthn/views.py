from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.generic import DeleteView, FormView, ListView, UpdateView

from _unlatched import opaque
from allauth.account.decorators import reauthentication_required
from allauth.account.internal.decorators import login_stage_required
from allauth.account.mixins import NextRedirectMixin, RedirectAuthenticatedUserMixin
from allauth.account.views import BaseReauthenticateView


@method_decorator(reauthentication_required(app='allauth.mfa'), name='dispatch')
class AddWebAuthnView(FormView):
    template_name = 'mfa/webauthn/add_form.html'
    form_class = opaque('form')


add_webauthn = AddWebAuthnView.as_view()


@method_decorator(login_required, name='dispatch')
class ListWebAuthnView(ListView):
    template_name = 'mfa/webauthn/authenticator_list.html'


list_webauthn = ListWebAuthnView.as_view()


@method_decorator(reauthentication_required(app='allauth.mfa'), name='dispatch')
class RemoveWebAuthnView(NextRedirectMixin, DeleteView):
    template_name = 'mfa/webauthn/authenticator_confirm_delete.html'


remove_webauthn = RemoveWebAuthnView.as_view()


class LoginWebAuthnView(RedirectAuthenticatedUserMixin, FormView):
    form_class = opaque('form')

    def get(self, request, *args, **kwargs):
        """A browser script gets a challenge, everybody else the log-in page."""
        return HttpResponseRedirect(reverse('account_login'))

    def form_invalid(self, form):
        return HttpResponseRedirect(reverse('account_login'))


login_webauthn = LoginWebAuthnView.as_view()


@method_decorator(login_required, name='dispatch')
class ReauthenticateWebAuthnView(BaseReauthenticateView):
    template_name = 'mfa/webauthn/reauthenticate.html'
    form_class = opaque('form')


reauthenticate_webauthn = ReauthenticateWebAuthnView.as_view()


@method_decorator(reauthentication_required(app='allauth.mfa'), name='dispatch')
class EditWebAuthnView(NextRedirectMixin, UpdateView):
    template_name = 'mfa/webauthn/edit_form.html'
    form_class = opaque('form')


edit_webauthn = EditWebAuthnView.as_view()


@method_decorator(login_stage_required(stage='mfa_signup_webauthn', redirect_urlname='account_signup'), name='dispatch')
class SignupWebAuthnView(FormView):
    template_name = 'mfa/webauthn/signup_form.html'
    form_class = opaque('form')


signup_webauthn = SignupWebAuthnView.as_view()
