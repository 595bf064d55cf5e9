from _unlatched import opaque


def is_ratelimited(request, *args, **kwargs):
    return False


def __getattr__(name):
    return opaque('django_ratelimit.core.' + name)
