"""Logging does not matter here."""
from _unlatched import opaque

DEFAULT_LOGGING = {"version": 1, "disable_existing_loggers": False, "filters": {}, "formatters": {}, "handlers": {}, "loggers": {}}


def configure_logging(logging_config, logging_settings):
    pass


def log_response(message, *args, **kwargs):
    pass


def __getattr__(name):
    return opaque("django.utils.log." + name)
