from django.http import Http404

from ninja.responses import Response


def default_home(request, api, **kwargs):
    raise Http404('docs_url')


def openapi_json(request, api, **kwargs):
    return Response(api.get_openapi_schema(path_params=kwargs))


def openapi_view(request, api, **kwargs):
    return api.docs.render_page(request, api, **kwargs)
