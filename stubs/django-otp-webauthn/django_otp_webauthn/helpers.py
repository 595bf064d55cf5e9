"""What a passkey signs is checked by a library of its own: whether a proof holds is not something an attacker decides."""
from _unlatched import opaque
from django_otp_webauthn import exceptions


class WebAuthnHelper:
    def __init__(self, request):
        self.request = request

    def register_begin(self, user):
        return opaque('options of a registration'), opaque('state of a registration')

    def register_complete(self, user, state, data):
        return opaque('new passkey')

    def authenticate_begin(self, *args, **kwargs):
        return opaque('options of a log-in'), opaque('state of a log-in')

    def authenticate_complete(self, user, state, data):
        raise exceptions.UnprocessableEntity()

    def __getattr__(self, name):
        return opaque('WebAuthnHelper.' + name)
