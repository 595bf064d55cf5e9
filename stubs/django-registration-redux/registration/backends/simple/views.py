from django.conf import settings
from django.contrib.auth import authenticate, login

from registration import signals
from registration.views import RegistrationView as BaseRegistrationView


class RegistrationView(BaseRegistrationView):
    success_url = 'registration_complete'

    def register(self, form):
        user = form.save()
        name = getattr(user, getattr(user, 'USERNAME_FIELD', 'username'))
        user = authenticate(username=name, password=form.cleaned_data['password1'])
        login(self.request, user)
        signals.user_registered.send(sender=self.__class__, user=user, request=self.request)
        return user

    def registration_allowed(self):
        return getattr(settings, 'REGISTRATION_OPEN', True)
