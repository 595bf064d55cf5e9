"""Entry points and versions of installed packages, as importlib_metadata."""
from _unlatched import deployment, opaque


class ResolutionError(Exception):
    pass


class DistributionNotFound(ResolutionError):
    pass


class VersionConflict(ResolutionError):
    pass


def iter_entry_points(group, name=None):
    return []


def get_distribution(dist):
    return deployment(f"distribution {dist}")


def require(*requirements):
    return []


def resource_filename(package_or_requirement, resource_name):
    return deployment(f"file:{resource_name}")


def declare_namespace(packageName):
    pass


def __getattr__(name):
    return opaque("pkg_resources." + name)
