from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.decorators import method_decorator
from django.views.generic import FormView, TemplateView

from _unlatched import effect
from django_otp.decorators import otp_required
from two_factor.forms import DisableForm


@method_decorator(login_required, name='dispatch')
class ProfileView(TemplateView):
    template_name = 'two_factor/profile/profile.html'


class DisableView(FormView):
    template_name = 'two_factor/profile/disable.html'
    form_class = DisableForm

    def dispatch(self, *args, **kwargs):
        return otp_required(super().dispatch, login_url=resolve_url(settings.LOGIN_REDIRECT_URL), redirect_field_name=None)(*args, **kwargs)

    def form_valid(self, form):
        effect('db-write', 'second factors are deleted')
        return HttpResponseRedirect(resolve_url(settings.LOGIN_REDIRECT_URL))
