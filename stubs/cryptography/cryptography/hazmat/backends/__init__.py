from _unlatched import opaque


def default_backend():
    return opaque("the backend of cryptography")
