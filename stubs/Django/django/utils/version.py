"""Version strings."""
from _unlatched import DJANGO_VERSION


def get_version(version=None):
    return ".".join([str(part) for part in (version or DJANGO_VERSION)[:3]])


def get_version_tuple(version):
    return tuple([int(part) for part in version.split(".") if part.isdigit()])
