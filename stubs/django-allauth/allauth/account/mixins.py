from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpResponse, HttpResponseRedirect

from _unlatched import opaque
from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.core.exceptions import ImmediateHttpResponse


class RedirectAuthenticatedUserMixin:
    def dispatch(self, request, *args, **kwargs):
        if app_settings.AUTHENTICATED_LOGIN_REDIRECTS and request.user.is_authenticated:
            return HttpResponseRedirect('/')
        return super().dispatch(request, *args, **kwargs)

    def get_authenticated_redirect_url(self):
        return opaque('URL after the log-in')


class LogoutFunctionalityMixin:
    def logout(self):
        get_adapter(self.request).logout(self.request)


class AjaxCapableProcessFormViewMixin:
    def get(self, request, *args, **kwargs):
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        form = self.get_form(self.get_form_class())
        return self.form_valid(form) if form.is_valid() else self.form_invalid(form)

    def get_ajax_data(self):
        return None


class CloseableSignupMixin:
    def dispatch(self, request, *args, **kwargs):
        try:
            if not self.is_open():
                return self.closed()
        except ImmediateHttpResponse as error:
            return error.response
        return super().dispatch(request, *args, **kwargs)

    def is_open(self):
        return get_adapter(self.request).is_open_for_signup(self.request)

    def closed(self):
        return HttpResponse(opaque('page'))


class NextRedirectMixin:
    redirect_field_name = REDIRECT_FIELD_NAME

    def get_success_url(self):
        return opaque('next URL')

    def get_default_success_url(self):
        return None
