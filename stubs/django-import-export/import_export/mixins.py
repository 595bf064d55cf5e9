from django.http import HttpResponse
from django.views.generic.edit import FormView

from _unlatched import opaque


class BaseImportExportMixin:
    resource_class = None
    resource_classes = []


class BaseImportMixin(BaseImportExportMixin):
    pass


class BaseExportMixin(BaseImportExportMixin):
    pass


class ExportViewMixin(BaseExportMixin):
    pass


class ExportViewFormMixin(ExportViewMixin, FormView):
    def form_valid(self, form):
        return HttpResponse(opaque('exported rows'))
