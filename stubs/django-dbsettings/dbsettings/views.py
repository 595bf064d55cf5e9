from django.contrib.admin.views.decorators import staff_member_required
from django.shortcuts import render

from _unlatched import effect


@staff_member_required
def app_settings(request, app_label, template='dbsettings/app_settings.html'):
    if request.method == 'POST':
        effect('db-write', 'settings are changed')
    return render(request, template, {})


def site_settings(request):
    return app_settings(request, app_label=None, template='dbsettings/site_settings.html')
