"""Commands do not run."""
from _unlatched import DJANGO_VERSION, opaque


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

    add_base_argument = base_stealth_options = check = check_migrations = create_parser = opaque("left out of BaseCommand")
    execute = get_version = output_transaction = print_help = run_from_argv = opaque("left out of BaseCommand")
    stealth_options = suppressed_base_arguments = opaque("left out of BaseCommand")
    if DJANGO_VERSION >= (5, 2):
        get_check_kwargs = opaque("left out of BaseCommand")


def __getattr__(name):
    return opaque("django.core.management.base." + name)
