from _unlatched import opaque


def __getattr__(name):
    return opaque('ninja_extra.throttling.' + name)
