from functools import partial

from stronghold.utils import set_view_func_public


def public(function):
    marked = function
    wrapper = None
    while isinstance(marked, partial):
        wrapper = marked
        marked = marked.func
    # A bound method takes no attributes; the partial around it does.
    if hasattr(marked, "__self__") and wrapper is not None:
        marked = wrapper
    set_view_func_public(marked)
    return function
