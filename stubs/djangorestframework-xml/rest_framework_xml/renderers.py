from rest_framework.renderers import BaseRenderer

from _unlatched import opaque


class XMLRenderer(BaseRenderer):
    media_type = 'application/xml'
    format = 'xml'
    charset = 'utf-8'

    def render(self, data, accepted_media_type=None, renderer_context=None):
        return opaque('rendered answer')
