"""Loading and rendering templates."""
from _unlatched import opaque, world


def get_template(template_name, using=None):
    return opaque("a template")


def select_template(template_name_list, using=None):
    return opaque("a template")


def render_to_string(template_name, context=None, request=None, using=None):
    return world("a rendered template")
