from django.contrib.auth import get_user_model
from django.core import signing
from django.urls import reverse_lazy

from _unlatched import attacker, effect, opaque
from django_registration import signals
from django_registration.backends.activation import REGISTRATION_SALT
from django_registration.backends.activation.forms import ActivationForm
from django_registration.exceptions import ActivationError
from django_registration.views import ActivationView as BaseActivationView
from django_registration.views import RegistrationView as BaseRegistrationView


class RegistrationView(BaseRegistrationView):
    success_url = reverse_lazy('django_registration_complete')

    def register(self, form):
        user = self.create_inactive_user(form)
        signals.user_registered.send(sender=self.__class__, user=user, request=self.request)
        return user

    def create_inactive_user(self, form):
        user = form.save(commit=False)
        user.is_active = False
        user.save()
        self.send_activation_email(user)
        return user

    def get_activation_key(self, user):
        return signing.dumps(obj=user.get_username(), salt=REGISTRATION_SALT)

    def get_email_context(self, activation_key):
        return {'activation_key': activation_key, 'site': opaque('site')}

    def send_activation_email(self, user):
        self.get_email_context(self.get_activation_key(user))
        effect('mail', 'the activation key is mailed')


class ActivationView(BaseActivationView):
    form_class = ActivationForm
    success_url = reverse_lazy('django_registration_activation_complete')

    def get_activation_data(self, request):
        key = request.GET.get('activation_key')
        return {} if key is None else {'activation_key': key}

    def activate(self, form):
        """The real form looks at the signature when it is validated, and gives the name that was signed."""
        try:
            username = signing.loads(attacker('form:activation_key'), salt=REGISTRATION_SALT)
        except signing.BadSignature:
            raise ActivationError('The activation key you provided is invalid.', code='invalid_key')
        user = self.get_user(username)
        user.is_active = True
        user.save()
        return user

    def get_user(self, username):
        User = get_user_model()
        try:
            user = User.objects.get(**{User.USERNAME_FIELD: username})
        except User.DoesNotExist:
            raise ActivationError('The account you attempted to activate is invalid.', code='bad_username')
        if user.is_active:
            raise ActivationError('The account has already been activated.', code='already_activated')
        return user
