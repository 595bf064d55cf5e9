"""Exceptions of templates."""
from django.template import TemplateDoesNotExist, TemplateSyntaxError
