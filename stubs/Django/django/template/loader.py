"""Loading and rendering templates."""
from _unlatched import world


class _UnlatchedTemplate:
    """Of any engine (django/template/backends): what it says does not decide who gets in."""

    def render(self, context=None, request=None):
        return world("a rendered template")


def get_template(template_name, using=None):
    return _UnlatchedTemplate()


def select_template(template_name_list, using=None):
    return _UnlatchedTemplate()


def render_to_string(template_name, context=None, request=None, using=None):
    return world("a rendered template")
