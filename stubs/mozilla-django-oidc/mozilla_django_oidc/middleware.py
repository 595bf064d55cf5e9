"""Sends who is logged in to the provider now and then; it lets everybody pass that it does not send there."""
from django.http import HttpResponseRedirect
from django.utils.deprecation import MiddlewareMixin

from _unlatched import opaque, world
from mozilla_django_oidc.utils import import_from_settings


class SessionRefresh(MiddlewareMixin):
    @staticmethod
    def get_settings(attr, *args):
        return import_from_settings(attr, *args)

    def is_refreshable_url(self, request):
        return request.method == 'GET' and request.user.is_authenticated and world('whether the provider is asked again')

    def process_request(self, request):
        if self.is_refreshable_url(request) and world('whether the session is old'):
            return HttpResponseRedirect(opaque('log-in of the provider'))
