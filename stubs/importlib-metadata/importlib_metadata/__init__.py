"""What is installed beside the project is a matter of the deployment; no further plug-ins are assumed."""
from _unlatched import deployment


class PackageNotFoundError(ModuleNotFoundError):
    pass


class EntryPoint:
    def __init__(self, name, value, group):
        self.name = name
        self.value = value
        self.group = group

    def load(self):
        from _unlatched import import_module

        module, _, attribute = self.value.partition(":")
        loaded = import_module(module)
        return getattr(loaded, attribute) if attribute else loaded


class EntryPoints(tuple):
    def select(self, **params):
        return self

    def get(self, group, default=()):
        return self

    @property
    def names(self):
        return set()

    @property
    def groups(self):
        return set()


def entry_points(**params):
    return EntryPoints()


def version(distribution_name):
    return deployment(f"version of {distribution_name}")


def metadata(distribution_name):
    return deployment(f"metadata of {distribution_name}")


def distribution(distribution_name):
    return deployment(f"distribution {distribution_name}")


def distributions(**kwargs):
    return []


def requires(distribution_name):
    return None


def files(distribution_name):
    return None


def packages_distributions():
    return {}
