from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from _unlatched import opaque


def import_from_settings(attr, *args):
    try:
        if args:
            return getattr(settings, attr, args[0])
        return getattr(settings, attr)
    except AttributeError:
        raise ImproperlyConfigured(f'Setting {attr} not found')


def absolutify(request, path):
    return request.build_absolute_uri(path)


def is_authenticated(user):
    return user.is_authenticated


def add_state_and_verifier_and_nonce_to_session(request, state, params, code_verifier=None):
    request.session['oidc_states'] = opaque('log-ins under way')


def __getattr__(name):
    return opaque('mozilla_django_oidc.utils.' + name)
