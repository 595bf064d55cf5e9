"""Renderers: names, media types, formats."""
from _unlatched import DRF_VERSION, opaque
from rest_framework.settings import api_settings


class BaseRenderer:
    media_type = None
    format = None
    charset = 'utf-8'
    render_style = 'text'

    def render(self, data, accepted_media_type=None, renderer_context=None):
        raise NotImplementedError('Renderer class requires .render() to be implemented')


class JSONRenderer(BaseRenderer):
    media_type = 'application/json'
    format = 'json'
    charset = None
    compact = api_settings.COMPACT_JSON
    strict = api_settings.STRICT_JSON

    def render(self, data, accepted_media_type=None, renderer_context=None):
        return opaque('rendered response')


class TemplateHTMLRenderer(BaseRenderer):
    media_type = 'text/html'
    format = 'html'
    template_name = None
    exception_template_names = ['%(status_code)s.html', 'api_exception.html']
    charset = 'utf-8'

    def render(self, data, accepted_media_type=None, renderer_context=None):
        return opaque('rendered response')


class StaticHTMLRenderer(TemplateHTMLRenderer):
    media_type = 'text/html'
    format = 'html'
    charset = 'utf-8'


class HTMLFormRenderer(BaseRenderer):
    media_type = 'text/html'
    format = 'form'
    charset = 'utf-8'


class BrowsableAPIRenderer(BaseRenderer):
    media_type = 'text/html'
    format = 'api'
    template = 'rest_framework/api.html'
    filter_template = 'rest_framework/filters/base.html'
    code_style = 'emacs'
    charset = 'utf-8'
    form_renderer_class = HTMLFormRenderer

    def render(self, data, accepted_media_type=None, renderer_context=None):
        return opaque('rendered response')

    def get_context(self, data, accepted_media_type, renderer_context):
        return opaque('template context')


class AdminRenderer(BrowsableAPIRenderer):
    template = 'rest_framework/admin.html'
    format = 'admin'


class MultiPartRenderer(BaseRenderer):
    media_type = 'multipart/form-data; boundary=BoUnDaRyStRiNg'
    format = 'multipart'
    charset = 'utf-8'
    BOUNDARY = 'BoUnDaRyStRiNg'


if DRF_VERSION < (3, 17):

    class DocumentationRenderer(BaseRenderer):
        media_type = 'text/html'
        format = 'html'
        charset = 'utf-8'

    class SchemaJSRenderer(BaseRenderer):
        media_type = 'application/javascript'
        format = 'javascript'
        charset = 'utf-8'

    class CoreJSONRenderer(BaseRenderer):
        media_type = 'application/coreapi+json'
        charset = None
        format = 'corejson'


class OpenAPIRenderer(BaseRenderer):
    media_type = 'application/vnd.oai.openapi'
    charset = None
    format = 'openapi'


class JSONOpenAPIRenderer(BaseRenderer):
    media_type = 'application/vnd.oai.openapi+json'
    charset = None
    format = 'openapi-json'


def __getattr__(name):
    return opaque('rest_framework.renderers.' + name)
