"""The pages of an account; forms stand for themselves, the gates before them are here."""
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views.generic import FormView, TemplateView

from _unlatched import effect, opaque, world
from allauth.account import app_settings
from allauth.account.internal.decorators import login_not_required, login_stage_required
from allauth.account.mixins import (
    AjaxCapableProcessFormViewMixin, CloseableSignupMixin, LogoutFunctionalityMixin, NextRedirectMixin,
    RedirectAuthenticatedUserMixin,
)


@method_decorator(login_not_required, name='dispatch')
class LoginView(NextRedirectMixin, RedirectAuthenticatedUserMixin, AjaxCapableProcessFormViewMixin, FormView):
    _unlatched_for_strangers = True
    template_name = 'account/login.html'
    form_class = opaque('form')


login = LoginView.as_view()


@method_decorator(login_not_required, name='dispatch')
class SignupView(RedirectAuthenticatedUserMixin, CloseableSignupMixin, NextRedirectMixin, AjaxCapableProcessFormViewMixin, FormView):
    _unlatched_for_strangers = True
    template_name = 'account/signup.html'
    form_class = opaque('form')


signup = SignupView.as_view()


class SignupByPasskeyView(SignupView):
    template_name = 'account/signup_by_passkey.html'


signup_by_passkey = SignupByPasskeyView.as_view()


@method_decorator(login_not_required, name='dispatch')
class ConfirmEmailView(NextRedirectMixin, LogoutFunctionalityMixin, TemplateView):
    _unlatched_for_strangers = True
    template_name = 'account/email_confirm.html'

    def get(self, *args, **kwargs):
        return HttpResponse(opaque('page'))

    def post(self, *args, **kwargs):
        self.get_object()
        effect('db-write', 'an address is confirmed')
        return HttpResponseRedirect('/')

    def get_object(self, queryset=None):
        """The key in the path is signed, or is in the database."""
        if not world('whether the key of a confirmation is right'):
            raise Http404()
        return world('a confirmation')


confirm_email = ConfirmEmailView.as_view()


@method_decorator(login_required, name='dispatch')
class EmailView(AjaxCapableProcessFormViewMixin, FormView):
    template_name = 'account/email.html'
    form_class = opaque('form')
    success_url = reverse_lazy('account_email')


email = EmailView.as_view()


@method_decorator(login_required, name='dispatch')
class PasswordChangeView(AjaxCapableProcessFormViewMixin, NextRedirectMixin, FormView):
    template_name = 'account/password_change.html'
    form_class = opaque('form')


password_change = PasswordChangeView.as_view()


@method_decorator(login_required, name='dispatch')
class PasswordSetView(AjaxCapableProcessFormViewMixin, NextRedirectMixin, FormView):
    template_name = 'account/password_set.html'
    form_class = opaque('form')


password_set = PasswordSetView.as_view()


@method_decorator(login_not_required, name='dispatch')
class PasswordResetView(NextRedirectMixin, AjaxCapableProcessFormViewMixin, FormView):
    _unlatched_for_strangers = True
    template_name = 'account/password_reset.html'
    form_class = opaque('form')


password_reset = PasswordResetView.as_view()


@method_decorator(login_not_required, name='dispatch')
class PasswordResetDoneView(TemplateView):
    _unlatched_for_strangers = True
    template_name = 'account/password_reset_done.html'


password_reset_done = PasswordResetDoneView.as_view()


@method_decorator(login_not_required, name='dispatch')
class PasswordResetFromKeyView(AjaxCapableProcessFormViewMixin, NextRedirectMixin, LogoutFunctionalityMixin, FormView):
    _unlatched_for_strangers = True
    template_name = 'account/password_reset_from_key.html'
    form_class = opaque('form')
    reset_url_key = 'set-password'

    def dispatch(self, request, uidb36, key, **kwargs):
        if not world('whether the key of a reset is right'):
            return HttpResponse(opaque('page'))
        return super().dispatch(request, uidb36, key, **kwargs)


password_reset_from_key = PasswordResetFromKeyView.as_view()


@method_decorator(login_not_required, name='dispatch')
class PasswordResetFromKeyDoneView(TemplateView):
    _unlatched_for_strangers = True
    template_name = 'account/password_reset_from_key_done.html'


password_reset_from_key_done = PasswordResetFromKeyDoneView.as_view()


@method_decorator(login_not_required, name='dispatch')
class CompletePasswordResetView(NextRedirectMixin, FormView):
    _unlatched_for_strangers = True
    template_name = 'account/password_reset_from_key.html'
    form_class = opaque('form')


complete_password_reset = CompletePasswordResetView.as_view()


@method_decorator(login_not_required, name='dispatch')
class ConfirmPasswordResetCodeView(NextRedirectMixin, FormView):
    _unlatched_for_strangers = True
    template_name = 'account/confirm_password_reset_code.html'
    form_class = opaque('form')


confirm_password_reset_code = ConfirmPasswordResetCodeView.as_view()


@method_decorator(login_not_required, name='dispatch')
class LogoutView(NextRedirectMixin, LogoutFunctionalityMixin, TemplateView):
    _unlatched_for_strangers = True
    template_name = 'account/logout.html'

    def get(self, *args, **kwargs):
        if app_settings.LOGOUT_ON_GET:
            return self.post(*args, **kwargs)
        if not self.request.user.is_authenticated:
            return HttpResponseRedirect('/')
        return HttpResponse(opaque('page'))

    def post(self, *args, **kwargs):
        self.logout()
        return HttpResponseRedirect('/')


logout = LogoutView.as_view()


@method_decorator(login_not_required, name='dispatch')
class AccountInactiveView(TemplateView):
    _unlatched_for_strangers = True
    template_name = 'account/account_inactive.html'


account_inactive = AccountInactiveView.as_view()


@method_decorator(login_not_required, name='dispatch')
class EmailVerificationSentView(TemplateView):
    _unlatched_for_strangers = True
    template_name = 'account/verification_sent.html'


class ConfirmEmailVerificationCodeView(NextRedirectMixin, FormView):
    _unlatched_for_strangers = True
    template_name = 'account/confirm_email_verification_code.html'
    form_class = opaque('form')


@method_decorator(login_not_required, name='dispatch')
class BaseReauthenticateView(NextRedirectMixin, FormView):
    pass


@method_decorator(login_required, name='dispatch')
class ReauthenticateView(BaseReauthenticateView):
    template_name = 'account/reauthenticate.html'
    form_class = opaque('form')


reauthenticate = ReauthenticateView.as_view()


class RequestLoginCodeView(RedirectAuthenticatedUserMixin, NextRedirectMixin, FormView):
    _unlatched_for_strangers = True
    template_name = 'account/request_login_code.html'
    form_class = opaque('form')


request_login_code = RequestLoginCodeView.as_view()


def _login_by_code_urlname():
    return 'account_request_login_code' if app_settings.LOGIN_BY_CODE_ENABLED else 'account_login'


@method_decorator(login_stage_required(stage='login_by_code', redirect_urlname=_login_by_code_urlname()), name='dispatch')
class ConfirmLoginCodeView(NextRedirectMixin, FormView):
    _unlatched_for_strangers = True
    template_name = 'account/confirm_login_code.html'
    form_class = opaque('form')


confirm_login_code = ConfirmLoginCodeView.as_view()


@method_decorator(login_not_required, name='dispatch')
@method_decorator(login_required, name='dispatch')
class ChangePhoneView(FormView):
    template_name = 'account/phone_change.html'
    form_class = opaque('form')


change_phone = ChangePhoneView.as_view()


@login_not_required
def email_verification_sent(request):
    return EmailVerificationSentView.as_view()(request)


@login_not_required
def verify_phone(request):
    return HttpResponse(opaque('page'))
