"""A mark for migrations."""


def deconstructible(*args, path=None):
    return args[0] if args else (lambda klass: klass)
