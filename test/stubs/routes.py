"""Prints the names of the routes that the URL modules of installed packages bring, as JSON {module: [name, ...]}.

Usage: routes.py MODULE..., with the settings of `describe.py`.
"""
import importlib
import importlib.util
import json
import sys
import warnings

from describe import set_up_django


def names(patterns):
    for pattern in patterns:
        if hasattr(pattern, 'url_patterns'):
            yield from names(pattern.url_patterns)
        else:
            yield pattern.name or ''


if __name__ == '__main__':
    warnings.simplefilter('ignore')
    set_up_django()
    found = {}
    for module in sys.argv[1:]:
        if importlib.util.find_spec(module.split('.')[0]) is None:
            continue  # a package of another stack
        patterns = getattr(importlib.import_module(module), 'urlpatterns', None)
        if patterns is not None:
            # Some give the name of the app beside the list.
            found[module] = sorted(names(patterns[0] if isinstance(patterns, tuple) else patterns))
    json.dump(found, sys.stdout)
