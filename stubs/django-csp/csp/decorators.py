"""Decorators that change the header: each gives back a view that does what the given one does."""


def _unlatched_same(view):
    return view


# Version 3 takes the view (`@csp_exempt`) and the directives one by one, version 4 is called first and takes them as one dict.
def csp_exempt(f=None, **kwargs):
    return f if callable(f) else _unlatched_same


def csp_update(config=None, **kwargs):
    return _unlatched_same


def csp_replace(config=None, **kwargs):
    return _unlatched_same


def csp(config=None, **kwargs):
    return _unlatched_same
