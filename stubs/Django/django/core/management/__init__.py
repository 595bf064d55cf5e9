"""Commands do not run."""
from _unlatched import opaque


def call_command(command_name, *args, **options):
    return opaque("the output of a command")


def execute_from_command_line(argv=None):
    pass


def __getattr__(name):
    return opaque("django.core.management." + name)
