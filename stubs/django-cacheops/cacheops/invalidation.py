from _unlatched import opaque


def invalidate_obj(obj, using='default'):
    return None


def invalidate_model(model, using='default'):
    return None


def invalidate_all():
    return None


no_invalidation = opaque('cacheops.no_invalidation')


def __getattr__(name):
    return opaque('cacheops.invalidation.' + name)
