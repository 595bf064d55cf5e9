from _unlatched import opaque, world


def default_device(user, confirmed=True):
    return None if not user or user.is_anonymous else world('second factor of the user')


def __getattr__(name):
    return opaque('two_factor.utils.' + name)
