from django.contrib.auth.decorators import login_required
from django.utils.decorators import method_decorator
from django.views.generic import FormView

from _unlatched import opaque
from allauth.account.decorators import reauthentication_required


@method_decorator(reauthentication_required(app='allauth.mfa'), name='dispatch')
class ActivateTOTPView(FormView):
    template_name = 'mfa/totp/activate_form.html'
    form_class = opaque('form')


activate_totp = ActivateTOTPView.as_view()


@method_decorator(login_required, name='dispatch')
@method_decorator(reauthentication_required(app='allauth.mfa'), name='dispatch')
class DeactivateTOTPView(FormView):
    template_name = 'mfa/totp/deactivate_form.html'
    form_class = opaque('form')


deactivate_totp = DeactivateTOTPView.as_view()
