"""Content negotiation: the caller chooses the Accept header, so some renderer fits unless there is none."""
from django.http import Http404

from rest_framework import exceptions
from rest_framework.settings import api_settings


class BaseContentNegotiation:
    def select_parser(self, request, parsers):
        raise NotImplementedError('.select_parser() must be implemented')

    def select_renderer(self, request, renderers, format_suffix=None):
        raise NotImplementedError('.select_renderer() must be implemented')


class DefaultContentNegotiation(BaseContentNegotiation):
    settings = api_settings

    def select_parser(self, request, parsers):
        return parsers[0] if parsers else None

    def select_renderer(self, request, renderers, format_suffix=None):
        if not renderers:
            raise exceptions.NotAcceptable(available_renderers=renderers)
        return (renderers[0], renderers[0].media_type)

    def filter_renderers(self, renderers, format):
        chosen = [renderer for renderer in renderers if renderer.format == format]
        if not chosen:
            raise Http404
        return chosen

    def get_accept_list(self, request):
        return [token.strip() for token in request.META.get('HTTP_ACCEPT', '*/*').split(',')]
