from rest_framework.renderers import BaseRenderer

from _unlatched import opaque


class CSVRenderer(BaseRenderer):
    media_type = 'text/csv'
    format = 'csv'
    header = None
    labels = None
    writer_opts = None

    def render(self, data, *args, **kwargs):
        return opaque('rendered answer')

    def tablize(self, data, header=None, labels=None):
        return opaque('rows of a table')


class CSVRendererWithUnderscores(CSVRenderer):
    pass


class CSVStreamingRenderer(CSVRenderer):
    def render(self, data, *args, **kwargs):
        return opaque('rendered answer')


class PaginatedCSVRenderer(CSVRenderer):
    results_field = 'results'

    def render(self, data, *args, **kwargs):
        return opaque('rendered answer')
