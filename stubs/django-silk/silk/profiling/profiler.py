"""`silk_profile` measures a function or a block and changes nothing of it."""
from functools import wraps


class silk_profile:
    def __init__(self, name=None, _dynamic=False):
        self.name = name

    def __enter__(self):
        pass

    def __exit__(self, exc_type, exc_val, exc_tb):
        pass

    def __call__(self, target):
        @wraps(target)
        def wrapped_target(*args, **kwargs):
            return target(*args, **kwargs)

        return wrapped_target
