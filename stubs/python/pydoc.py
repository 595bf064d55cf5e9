"""What is found by its dotted path (Lib/pydoc.py, locate)."""
from _unlatched import import_module, import_string, opaque


def locate(path, forceload=0):
    try:
        return import_string(path)
    except ImportError:
        pass
    try:
        return import_module(path)
    except ImportError:
        return None


def __getattr__(name):
    return opaque("pydoc." + name)
