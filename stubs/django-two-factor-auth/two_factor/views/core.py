from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import RedirectURLMixin
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.views.generic import FormView, TemplateView, View

from _unlatched import effect, opaque, world
from django_otp.decorators import otp_required
from two_factor.utils import default_device
from two_factor.views.utils import IdempotentSessionWizardView


class LoginView(RedirectURLMixin, IdempotentSessionWizardView):
    """The second page of the wizard asks for a one-time password; users without a device get in with the first."""

    _unlatched_for_strangers = True
    template_name = 'two_factor/core/login.html'
    redirect_authenticated_user = False

    def post(self, *args, **kwargs):
        form = AuthenticationForm(self.request, data=self.request.POST)
        if not form.is_valid():
            return self.render(form)
        if default_device(form.get_user()) and not world('a one-time password is right'):
            return self.render(form)
        return self.done([form])

    def done(self, form_list, **kwargs):
        login(self.request, form_list[0].get_user())
        return HttpResponseRedirect(self.get_success_url())

    def get_success_url(self):
        return opaque('next URL')

    def dispatch(self, request, *args, **kwargs):
        if self.redirect_authenticated_user and request.user.is_authenticated:
            return HttpResponseRedirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)


@method_decorator(login_required, name='dispatch')
class SetupView(RedirectURLMixin, IdempotentSessionWizardView):
    template_name = 'two_factor/core/setup.html'

    def done(self, form_list, **kwargs):
        effect('db-write', 'a second factor is kept')
        return HttpResponseRedirect(opaque('next URL'))


@method_decorator(otp_required, name='dispatch')
class BackupTokensView(FormView):
    template_name = 'two_factor/core/backup_tokens.html'

    def form_valid(self, form):
        effect('db-write', 'backup tokens are made')
        return HttpResponseRedirect(opaque('next URL'))


@method_decorator(otp_required, name='dispatch')
class SetupCompleteView(TemplateView):
    template_name = 'two_factor/core/setup_complete.html'


@method_decorator(login_required, name='dispatch')
class QRGeneratorView(View):
    http_method_names = ['get']

    def get(self, request, *args, **kwargs):
        return HttpResponse(opaque('picture'))


def __getattr__(name):
    return opaque('two_factor.views.core.' + name)
