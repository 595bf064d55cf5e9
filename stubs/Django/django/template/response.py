"""Responses that are rendered late."""
from _unlatched import opaque, world
from django.http import HttpResponse


class ContentNotRenderedError(Exception):
    pass


class SimpleTemplateResponse(HttpResponse):
    rendering_attrs = ["template_name", "context_data", "_post_render_callbacks"]

    def __init__(self, template, context=None, content_type=None, status=None, charset=None, using=None, headers=None):
        self.template_name = template
        self.context_data = context
        self.using = using
        self._request = None
        super().__init__(world("a rendered template"), content_type, status, charset=charset, headers=headers)
        self._is_rendered = True

    def resolve_context(self, context):
        return context

    def add_post_render_callback(self, callback):
        callback(self)

    def render(self):
        return self

    @property
    def is_rendered(self):
        return True

    content = rendered_content = resolve_template = opaque("left out of SimpleTemplateResponse")


class TemplateResponse(SimpleTemplateResponse):
    rendering_attrs = ["template_name", "context_data", "_post_render_callbacks", "_request"]

    def __init__(self, request, template, context=None, content_type=None, status=None, charset=None, using=None, headers=None):
        super().__init__(template, context, content_type, status, charset, using, headers=headers)
        self._request = request
