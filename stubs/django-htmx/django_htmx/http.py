from django.http import HttpResponse
from django.http.response import HttpResponseRedirectBase

from _unlatched import opaque

HTMX_STOP_POLLING = 286


class HttpResponseStopPolling(HttpResponse):
    status_code = HTMX_STOP_POLLING


class HttpResponseClientRedirect(HttpResponseRedirectBase):
    status_code = 200


class HttpResponseClientRefresh(HttpResponse):
    def __init__(self):
        super().__init__()


class HttpResponseLocation(HttpResponseRedirectBase):
    status_code = 200


def push_url(response, url):
    return response


def replace_url(response, url):
    return response


def reswap(response, method):
    return response


def retarget(response, target):
    return response


def reselect(response, selector):
    return response


def trigger_client_event(response, name, params=None, *args, **kwargs):
    return response


def __getattr__(name):
    return opaque('django_htmx.http.' + name)
