from django.http import HttpResponse

from _unlatched import opaque


class DocsBase:
    def render_page(self, request, api, **kwargs):
        pass


class Swagger(DocsBase):
    template = 'ninja/swagger.html'
    default_settings = {'layout': 'BaseLayout', 'deepLinking': True}

    def __init__(self, settings=None):
        self.settings = settings or {}

    def render_page(self, request, api, **kwargs):
        return HttpResponse(opaque('page'))


class Redoc(DocsBase):
    template = 'ninja/redoc.html'
    default_settings = {}

    def __init__(self, settings=None):
        self.settings = settings or {}

    def render_page(self, request, api, **kwargs):
        return HttpResponse(opaque('page'))
