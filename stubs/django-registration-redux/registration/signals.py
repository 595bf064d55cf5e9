from django.conf import settings
from django.contrib.auth import login
from django.dispatch import Signal

user_approved = Signal()
user_registered = Signal()
user_activated = Signal()


def login_user(sender, user, request, **kwargs):
    login(request, user)


if getattr(settings, 'REGISTRATION_AUTO_LOGIN', False):
    user_activated.connect(login_user)
