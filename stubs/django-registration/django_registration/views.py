from django.conf import settings
from django.http import HttpResponseRedirect
from django.urls import reverse_lazy
from django.views.generic.edit import FormView

from django_registration import signals
from django_registration.exceptions import ActivationError
from django_registration.forms import RegistrationForm


class RegistrationView(FormView):
    _unlatched_for_strangers = True
    disallowed_url = reverse_lazy('django_registration_disallowed')
    form_class = RegistrationForm
    success_url = None
    template_name = 'django_registration/registration_form.html'

    def dispatch(self, *args, **kwargs):
        if not self.registration_allowed():
            return HttpResponseRedirect(str(self.disallowed_url))
        return super().dispatch(*args, **kwargs)

    def get_success_url(self, user=None):
        return super().get_success_url()

    def form_valid(self, form):
        return HttpResponseRedirect(self.get_success_url(self.register(form)))

    def registration_allowed(self):
        return getattr(settings, 'REGISTRATION_OPEN', True)

    def register(self, form):
        raise NotImplementedError


class ActivationView(FormView):
    _unlatched_for_strangers = True
    success_url = None
    template_name = 'django_registration/activation_form.html'

    def get_initial(self):
        initial = super().get_initial()
        initial.update(self.get_activation_data(self.request))
        return initial

    def get_success_url(self, user=None):
        return str(self.success_url)

    def form_valid(self, form):
        try:
            user = self.activate(form)
        except ActivationError:
            return self.render_to_response(self.get_context_data())
        signals.user_activated.send(sender=self.__class__, user=user, request=self.request)
        return HttpResponseRedirect(self.get_success_url(user=user))

    def activate(self, form):
        raise NotImplementedError

    def get_activation_data(self, request):
        raise NotImplementedError
