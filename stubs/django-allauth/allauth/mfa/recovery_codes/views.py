from django.contrib.auth.decorators import login_required
from django.utils.decorators import method_decorator
from django.views.generic import FormView, TemplateView

from _unlatched import opaque
from allauth.account.decorators import reauthentication_required


@method_decorator(reauthentication_required(app='allauth.mfa'), name='dispatch')
class GenerateRecoveryCodesView(FormView):
    template_name = 'mfa/recovery_codes/generate.html'
    form_class = opaque('form')


generate_recovery_codes = GenerateRecoveryCodesView.as_view()


@method_decorator(login_required, name='dispatch')
class DownloadRecoveryCodesView(TemplateView):
    template_name = 'mfa/recovery_codes/download.txt'


download_recovery_codes = DownloadRecoveryCodesView.as_view()


@method_decorator(login_required, name='dispatch')
class ViewRecoveryCodesView(TemplateView):
    template_name = 'mfa/recovery_codes/index.html'


view_recovery_codes = ViewRecoveryCodesView.as_view()
