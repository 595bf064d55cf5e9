from django import http

from _unlatched import opaque


def ExportToDjangoView(request):
    return http.HttpResponse(opaque('metrics'))


def __getattr__(name):
    return opaque('django_prometheus.exports.' + name)
