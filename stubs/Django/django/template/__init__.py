"""Templates are not rendered: what they say does not decide who gets in."""
from _unlatched import opaque


class TemplateDoesNotExist(Exception):
    def __init__(self, msg, tried=None, backend=None, chain=None):
        super().__init__(msg)


class TemplateSyntaxError(Exception):
    pass


class VariableDoesNotExist(Exception):
    def __init__(self, msg, params=()):
        super().__init__(msg)


def __getattr__(name):
    return opaque("django.template." + name)
