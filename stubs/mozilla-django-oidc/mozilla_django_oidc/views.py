from django.contrib import auth
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.views.generic import View

from _unlatched import effect, opaque
from mozilla_django_oidc.utils import import_from_settings


class OIDCAuthenticationCallbackView(View):
    http_method_names = ['get']

    @staticmethod
    def get_settings(attr, *args):
        return import_from_settings(attr, *args)

    @property
    def failure_url(self):
        return self.get_settings('LOGIN_REDIRECT_URL_FAILURE', '/')

    @property
    def success_url(self):
        return opaque('next URL')

    def login_failure(self):
        return HttpResponseRedirect(self.failure_url)

    def login_success(self):
        effect('login', 'a provider vouches for a user')
        return HttpResponseRedirect(self.success_url)

    def get(self, request):
        if 'code' in request.GET and 'state' in request.GET and 'oidc_states' in request.session:
            self.user = auth.authenticate(request=request)
            if self.user and self.user.is_active:
                return self.login_success()
        return self.login_failure()


class OIDCAuthenticationRequestView(View):
    http_method_names = ['get']

    @staticmethod
    def get_settings(attr, *args):
        return import_from_settings(attr, *args)

    def get(self, request):
        return HttpResponseRedirect(opaque('log-in of the provider'))

    def get_extra_params(self, request):
        return self.get_settings('OIDC_AUTH_REQUEST_EXTRA_PARAMS', {})


class OIDCLogoutView(View):
    http_method_names = ['get', 'post']

    @staticmethod
    def get_settings(attr, *args):
        return import_from_settings(attr, *args)

    @property
    def redirect_url(self):
        return self.get_settings('LOGOUT_REDIRECT_URL', '/')

    def post(self, request):
        if request.user.is_authenticated:
            auth.logout(request)
        return HttpResponseRedirect(self.redirect_url)

    def get(self, request):
        if self.get_settings('ALLOW_LOGOUT_GET_METHOD', False):
            return self.post(request)
        return HttpResponseNotAllowed(['POST'])
