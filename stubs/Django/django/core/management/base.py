"""Commands do not run."""
from _unlatched import opaque


class CommandError(Exception):
    def __init__(self, *args, returncode=1, **kwargs):
        self.returncode = returncode
        super().__init__(*args, **kwargs)


class BaseCommand:
    help = ""
    requires_migrations_checks = False
    requires_system_checks = "__all__"

    def add_arguments(self, parser):
        pass

    def handle(self, *args, **options):
        raise NotImplementedError("subclasses of BaseCommand must provide a handle() method")


def __getattr__(name):
    return opaque("django.core.management.base." + name)
