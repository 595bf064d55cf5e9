"""The version of Django that the scanned project uses."""
from _unlatched import DJANGO_VERSION

VERSION = tuple(DJANGO_VERSION[:3]) + ("final", 0)
__version__ = ".".join([str(part) for part in DJANGO_VERSION])


def get_version(version=None):
    return __version__


def setup(set_prefix=True):
    """Loading the apps is the interpreter's first step; a project that calls this finds it done."""
