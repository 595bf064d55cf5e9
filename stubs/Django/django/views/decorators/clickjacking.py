"""X-Frame-Options per view."""
from functools import wraps


def xframe_options_deny(view_func):
    @wraps(view_func)
    def _view_wrapper(*args, **kwargs):
        return view_func(*args, **kwargs)

    return _view_wrapper


def xframe_options_sameorigin(view_func):
    return xframe_options_deny(view_func)


def xframe_options_exempt(view_func):
    return xframe_options_deny(view_func)
