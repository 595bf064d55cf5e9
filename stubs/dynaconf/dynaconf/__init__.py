"""Settings out of files and the environment, laid over those of a module. What the files of a deployment say is not known: the module's values stand."""
from _unlatched import opaque
from dynaconf.base import LazySettings
from dynaconf.contrib import DjangoDynaconf
from dynaconf.validator import ValidationError, Validator

settings = LazySettings()
Dynaconf = LazySettings


def __getattr__(name):
    return opaque('dynaconf.' + name)
