"""URL patterns of the toolbar: none, since its views check `show_toolbar`."""
from _unlatched import opaque


def debug_toolbar_urls(prefix='__debug__'):
    return []


def __getattr__(name):
    return opaque('debug_toolbar.toolbar.' + name)
