from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import reverse

from two_factor.utils import default_device


class OTPRequiredMixin:
    raise_anonymous = False
    login_url = None
    redirect_field_name = 'next'
    raise_unverified = False
    verification_url = None

    def get_login_url(self):
        return str(self.login_url) if self.login_url else reverse('two_factor:login')

    def get_verification_url(self):
        return self.verification_url and str(self.verification_url)

    def dispatch(self, request, *args, **kwargs):
        user = request.user
        # Who has a second factor and did not show it is sent to the log-in as well.
        if not user or not user.is_authenticated or (not user.is_verified() and default_device(user)):
            if self.raise_anonymous:
                raise PermissionDenied()
            return redirect_to_login(request.get_full_path(), self.get_login_url())
        if not user.is_verified():
            if self.raise_unverified:
                raise PermissionDenied()
            if self.get_verification_url():
                return redirect_to_login(request.get_full_path(), self.get_verification_url())
            return TemplateResponse(request=request, template='two_factor/core/otp_required.html', status=403)
        return super().dispatch(request, *args, **kwargs)
