from _unlatched import opaque
from registration import signals
from registration.backends.default.views import ActivationView as BaseActivationView
from registration.backends.default.views import RegistrationView as BaseRegistrationView
from registration.backends.default.views import ResendActivationView as BaseResendActivationView
from registration.models import SupervisedRegistrationProfile
from registration.views import ApprovalView as BaseApprovalView


class RegistrationView(BaseRegistrationView):
    registration_profile = SupervisedRegistrationProfile


class ActivationView(BaseActivationView):
    registration_profile = SupervisedRegistrationProfile


class ResendActivationView(BaseResendActivationView):
    registration_profile = SupervisedRegistrationProfile


class ApprovalView(BaseApprovalView):
    def approve(self, *args, **kwargs):
        user = SupervisedRegistrationProfile.objects.admin_approve_user(kwargs.get('profile_id', ''), opaque('site'))
        if user:
            signals.user_approved.send(sender=self.__class__, user=user, request=self.request)
        return user

    def get_success_url(self, user):
        return ('registration_approve_complete', (), {})
