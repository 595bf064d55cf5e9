from django.conf import settings
from django.shortcuts import render

from _unlatched import opaque
from registration import signals
from registration.models import RegistrationProfile
from registration.views import ActivationView as BaseActivationView
from registration.views import RegistrationView as BaseRegistrationView
from registration.views import ResendActivationView as BaseResendActivationView


class RegistrationView(BaseRegistrationView):
    success_url = 'registration_complete'
    registration_profile = RegistrationProfile

    def register(self, form):
        user = self.registration_profile.objects.create_inactive_user(
            site=opaque('site'),
            new_user=form.save(commit=False),
            send_email=getattr(settings, 'SEND_ACTIVATION_EMAIL', True),
            request=self.request,
        )
        signals.user_registered.send(sender=self.__class__, user=user, request=self.request)
        return user

    def registration_allowed(self):
        return getattr(settings, 'REGISTRATION_OPEN', True)


class ActivationView(BaseActivationView):
    registration_profile = RegistrationProfile

    def activate(self, *args, **kwargs):
        user, activated = self.registration_profile.objects.activate_user(kwargs.get('activation_key', ''), opaque('site'))
        if activated:
            signals.user_activated.send(sender=self.__class__, user=user, request=self.request)
        return user

    def get_success_url(self, user):
        return ('registration_activation_complete', (), {})


class ResendActivationView(BaseResendActivationView):
    registration_profile = RegistrationProfile

    def resend_activation(self, form):
        return self.registration_profile.objects.resend_activation_mail(form.cleaned_data['email'], opaque('site'), self.request)

    def render_form_submitted_template(self, form):
        return render(self.request, 'registration/resend_activation_complete.html', {})
