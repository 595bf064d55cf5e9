from django.contrib.auth import authenticate, get_user_model, login
from django.urls import reverse_lazy

from django_registration import signals
from django_registration.views import RegistrationView as BaseRegistrationView

User = get_user_model()


class RegistrationView(BaseRegistrationView):
    success_url = reverse_lazy('django_registration_complete')

    def register(self, form):
        name = getattr(form.save(), User.USERNAME_FIELD)
        user = authenticate(**{User.USERNAME_FIELD: name, 'password': form.cleaned_data['password1']})
        login(self.request, user)
        signals.user_registered.send(sender=self.__class__, user=user, request=self.request)
        return user
