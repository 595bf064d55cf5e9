from django.conf import settings
from django.shortcuts import redirect
from django.utils.module_loading import import_string
from django.views.generic.base import TemplateView
from django.views.generic.edit import FormView

from registration.forms import ResendActivationForm

REGISTRATION_FORM = import_string(getattr(settings, 'REGISTRATION_FORM', 'registration.forms.RegistrationForm'))


def _unlatched_elsewhere(url):
    """A name or address, or a name with its arguments."""
    if isinstance(url, tuple):
        to, args, kwargs = url
        return redirect(to, *args, **kwargs)
    return redirect(url)


class RegistrationView(FormView):
    _unlatched_for_strangers = True
    disallowed_url = 'registration_disallowed'
    form_class = REGISTRATION_FORM
    http_method_names = ['get', 'post', 'head', 'options', 'trace']
    success_url = None
    template_name = 'registration/registration_form.html'

    def dispatch(self, request, *args, **kwargs):
        if getattr(settings, 'ACCOUNT_AUTHENTICATED_REGISTRATION_REDIRECTS', True) and request.user.is_authenticated:
            return redirect(settings.LOGIN_REDIRECT_URL)
        if not self.registration_allowed():
            return redirect(self.disallowed_url)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        return _unlatched_elsewhere(self.get_success_url(self.register(form)))

    def registration_allowed(self):
        return True

    def register(self, form):
        raise NotImplementedError

    def get_success_url(self, user=None):
        return super().get_success_url()


class ActivationView(TemplateView):
    _unlatched_for_strangers = True
    http_method_names = ['get']
    template_name = 'registration/activate.html'

    def get(self, request, *args, **kwargs):
        user = self.activate(*args, **kwargs)
        return _unlatched_elsewhere(self.get_success_url(user)) if user else super().get(request, *args, **kwargs)

    def activate(self, *args, **kwargs):
        raise NotImplementedError

    def get_success_url(self, user):
        raise NotImplementedError


class ResendActivationView(FormView):
    _unlatched_for_strangers = True
    form_class = ResendActivationForm
    template_name = 'registration/resend_activation_form.html'

    def form_valid(self, form):
        self.resend_activation(form)
        return self.render_form_submitted_template(form)

    def resend_activation(self, form):
        raise NotImplementedError

    def render_form_submitted_template(self, form):
        raise NotImplementedError


class ApprovalView(TemplateView):
    http_method_names = ['get']
    template_name = 'registration/admin_approve.html'

    def get(self, request, *args, **kwargs):
        user = self.approve(*args, **kwargs)
        return _unlatched_elsewhere(self.get_success_url(user)) if user else super().get(request, *args, **kwargs)

    def approve(self, *args, **kwargs):
        raise NotImplementedError

    def get_success_url(self, user):
        raise NotImplementedError
