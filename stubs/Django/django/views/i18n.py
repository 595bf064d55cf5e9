"""Language switch and translation catalogues, open by design."""
from _unlatched import opaque, world
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.views.generic import View

LANGUAGE_QUERY_PARAMETER = "language"


def set_language(request):
    return HttpResponseRedirect("/") if world("where set_language leads") else HttpResponse(status=204)


def get_formats():
    return opaque("the formats of a locale")


class JavaScriptCatalog(View):
    domain = "djangojs"
    packages = None

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(**kwargs))

    def get_paths(self, packages):
        return []

    def get_plural(self):
        return None

    def get_catalog(self):
        return opaque("a translation catalogue")

    def get_context_data(self, **kwargs):
        return {"catalog": self.get_catalog(), "formats": get_formats(), "plural": None}

    def render_to_response(self, context, **response_kwargs):
        return HttpResponse("", 'text/javascript; charset="utf-8"')


class JSONCatalog(JavaScriptCatalog):
    def render_to_response(self, context, **response_kwargs):
        return JsonResponse(context)
