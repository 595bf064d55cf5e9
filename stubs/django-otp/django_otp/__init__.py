"""Second factors: a user is verified when the session says which device of his did it."""
from _unlatched import opaque, world

DEVICE_ID_SESSION_KEY = 'otp_device_id'


def login(request, device):
    request.session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    request.user.otp_device = device


def user_has_device(user, confirmed=True):
    return False if user.is_anonymous else world('whether the user has a device')


def devices_for_user(user, confirmed=True, for_verify=False):
    return [] if user.is_anonymous else world('devices of the user')


def match_token(user, token):
    return world('device that a one-time password is of')


def verify_token(user, device_id, token):
    return world('device that a one-time password is of')


def __getattr__(name):
    return opaque('django_otp.' + name)
