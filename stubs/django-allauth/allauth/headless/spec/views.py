from django.http import HttpResponse
from django.views import View
from django.views.generic import TemplateView

from _unlatched import opaque


class OpenAPIYAMLView(View):
    def get(self, request):
        return HttpResponse(opaque('document'))


class OpenAPIJSONView(View):
    def get(self, request):
        return HttpResponse(opaque('document'))


class OpenAPIHTMLView(TemplateView):
    pass
