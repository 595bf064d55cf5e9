from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.generic import FormView, TemplateView

from _unlatched import opaque, version_of
from allauth.account.internal.decorators import login_not_required
from allauth.account.mixins import AjaxCapableProcessFormViewMixin, CloseableSignupMixin, RedirectAuthenticatedUserMixin


@method_decorator(login_not_required, name='dispatch')
class SignupView(RedirectAuthenticatedUserMixin, CloseableSignupMixin, AjaxCapableProcessFormViewMixin, FormView):
    _unlatched_for_strangers = True
    template_name = 'socialaccount/signup.html'
    form_class = opaque('form')

    def dispatch(self, request, *args, **kwargs):
        if not request.session.get('socialaccount_sociallogin'):
            return HttpResponseRedirect(reverse('account_login'))
        return super().dispatch(request, *args, **kwargs)


signup = SignupView.as_view()


@method_decorator(login_not_required, name='dispatch')
class LoginCancelledView(TemplateView):
    _unlatched_for_strangers = True
    template_name = 'socialaccount/login_cancelled.html'


login_cancelled = LoginCancelledView.as_view()


class LoginErrorView(TemplateView):
    _unlatched_for_strangers = True
    template_name = 'socialaccount/authentication_error.html'

    if version_of('django-allauth') >= (65, 14):

        def get(self, request, *args, **kwargs):
            return HttpResponse(opaque('page'), status=401)


login_error = LoginErrorView.as_view()


@method_decorator(login_required, name='dispatch')
class ConnectionsView(AjaxCapableProcessFormViewMixin, FormView):
    template_name = 'socialaccount/connections.html'
    form_class = opaque('form')


connections = ConnectionsView.as_view()
