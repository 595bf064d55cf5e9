"""System checks do not run; registering one returns it."""
from _unlatched import opaque

DEBUG = 10
INFO = 20
WARNING = 30
ERROR = 40
CRITICAL = 50


class CheckMessage:
    def __init__(self, level, msg, hint=None, obj=None, id=None):
        self.level = level
        self.msg = msg


class Debug(CheckMessage):
    def __init__(self, *args, **kwargs):
        super().__init__(DEBUG, *args, **kwargs)


class Info(CheckMessage):
    def __init__(self, *args, **kwargs):
        super().__init__(INFO, *args, **kwargs)


class Warning(CheckMessage):
    def __init__(self, *args, **kwargs):
        super().__init__(WARNING, *args, **kwargs)


class Error(CheckMessage):
    def __init__(self, *args, **kwargs):
        super().__init__(ERROR, *args, **kwargs)


class Critical(CheckMessage):
    def __init__(self, *args, **kwargs):
        super().__init__(CRITICAL, *args, **kwargs)


class Tags:
    admin = "admin"
    caches = "caches"
    compatibility = "compatibility"
    database = "database"
    models = "models"
    security = "security"
    signals = "signals"
    sites = "sites"
    staticfiles = "staticfiles"
    templates = "templates"
    translation = "translation"
    urls = "urls"


def register(check=None, *tags, **kwargs):
    return check if callable(check) else (lambda function: function)


def run_checks(app_configs=None, tags=None, include_deployment_checks=False, databases=None):
    return []


def __getattr__(name):
    return opaque("django.core.checks." + name)
