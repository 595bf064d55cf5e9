from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import JsonResponse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import DetailView, FormView, View

from oauth2_provider.compat import login_not_required
from oauth2_provider.models import get_device_grant_model
from oauth2_provider.views.mixins import OAuthLibMixin


@method_decorator(csrf_exempt, name='dispatch')
@method_decorator(login_not_required, name='dispatch')
class DeviceAuthorizationView(OAuthLibMixin, View):
    _unlatched_for_strangers = True

    def post(self, request, *args, **kwargs):
        url, headers, body, status = self.create_device_authorization_response(request)
        return JsonResponse(body, status=status)


class DeviceUserCodeView(LoginRequiredMixin, FormView):
    template_name = 'oauth2_provider/device/user_code.html'


class DeviceConfirmView(LoginRequiredMixin, FormView):
    template_name = 'oauth2_provider/device/accept_deny.html'


class DeviceGrantStatusView(LoginRequiredMixin, DetailView):
    template_name = 'oauth2_provider/device/device_grant_status.html'

    def get_queryset(self):
        return get_device_grant_model().objects.all()
