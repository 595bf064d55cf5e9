from _unlatched import opaque


def __getattr__(name):
    return opaque('oauth2_provider.validators.' + name)
