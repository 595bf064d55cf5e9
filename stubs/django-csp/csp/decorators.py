"""Decorators that change the header: each gives back a view that does what the given one does."""
from _unlatched import version_of


def _unlatched_same(view):
    return view


# Version 3 takes the view (`@csp_exempt`) and the directives one by one, version 4 is called first and takes them as one dict.
if version_of('django-csp') >= (4,):
    def csp_exempt(REPORT_ONLY=None):
        # Where the version is not known, the newest stands for it: a view may be given all the same.
        return REPORT_ONLY if callable(REPORT_ONLY) else _unlatched_same

    def csp_update(config=None, REPORT_ONLY=False, **kwargs):
        return _unlatched_same

    def csp_replace(config=None, REPORT_ONLY=False, **kwargs):
        return _unlatched_same

    def csp(config=None, REPORT_ONLY=False, **kwargs):
        return _unlatched_same
else:
    def csp_exempt(f):
        return f

    def csp_update(**kwargs):
        return _unlatched_same

    def csp_replace(**kwargs):
        return _unlatched_same

    def csp(**kwargs):
        return _unlatched_same
