"""Pages of the toolbar: not there for whom the toolbar is not shown."""
from django.http import Http404, HttpResponse
from django.urls import path

from debug_toolbar.middleware import show_toolbar

app_name = 'djdt'


def _unlatched_page(request):
    if not show_toolbar(request):
        raise Http404
    return HttpResponse()


urlpatterns = [
    path('render_panel/', _unlatched_page, name='render_panel'),
    path('history_sidebar/', _unlatched_page, name='history_sidebar'),
    path('history_refresh/', _unlatched_page, name='history_refresh'),
    path('sql_select/', _unlatched_page, name='sql_select'),
    path('sql_explain/', _unlatched_page, name='sql_explain'),
    path('sql_profile/', _unlatched_page, name='sql_profile'),
    path('template_source/', _unlatched_page, name='template_source'),
]
