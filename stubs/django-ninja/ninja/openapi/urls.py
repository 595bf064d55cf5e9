from functools import partial

from django.urls import path

from ninja.openapi.views import default_home, openapi_json, openapi_view


def get_openapi_urls(api):
    result = []
    if api.openapi_url:
        pages = [(api.openapi_url, openapi_json, 'openapi-json')]
        if api.docs_url:
            pages.append((api.docs_url, openapi_view, 'openapi-view'))
        for url, page, name in pages:
            view = partial(page, api=api)
            if api.docs_decorator:
                view = api.docs_decorator(view)
            result.append(path(url.lstrip('/'), view, name=name))
    return result


def get_root_url(api):
    return path('', partial(default_home, api=api), name='api-root')
