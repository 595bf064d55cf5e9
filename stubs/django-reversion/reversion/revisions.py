from functools import wraps

from _unlatched import opaque, world


class _ContextWrapper:
    def __init__(self, func, args):
        pass

    def __enter__(self):
        pass

    def __exit__(self, exc_type, exc_value, traceback):
        return False

    def __call__(self, func):
        @wraps(func)
        def do_revision_context(*args, **kwargs):
            return func(*args, **kwargs)

        return do_revision_context


def create_revision(manage_manually=False, using=None, atomic=True):
    return _ContextWrapper(None, ())


def register(model=None, fields=None, exclude=(), follow=(), format='json', *args, **kwargs):
    def register(model):
        return model

    return register if model is None else model


def unregister(model):
    pass


def is_registered(model):
    return world('whether versions of a model are kept')


def get_registered_models():
    return opaque('models with versions')


def is_active():
    return world('whether a revision is being made')


def is_manage_manually():
    return world('whether a revision is made by hand')


def set_user(user):
    pass


def get_user():
    return world('user of the revision')


def set_comment(comment):
    pass


def get_comment():
    return world('comment of the revision')


def set_date_created(date_created):
    pass


def get_date_created():
    return world('date of the revision')


def add_meta(model, **values):
    pass


def add_to_revision(obj, model_db=None):
    pass
