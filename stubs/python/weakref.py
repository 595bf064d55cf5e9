"""References are strong here."""


def ref(object, callback=None):
    return lambda: object


def proxy(object, callback=None):
    return object


WeakKeyDictionary = WeakValueDictionary = dict
WeakSet = set
WeakMethod = ref


def finalize(obj, func, *args, **kwargs):
    return None
