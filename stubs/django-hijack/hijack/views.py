from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.mixins import LoginRequiredMixin, UserPassesTestMixin
from django.http import HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.csrf import csrf_protect
from django.views.generic.detail import SingleObjectMixin

from _unlatched import effect, import_string


class SuccessUrlMixin:
    redirect_field_name = 'next'
    success_url = '/'

    def get_success_url(self):
        return self.success_url or '/'


class LockUserTableMixin:
    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)


class AcquireUserView(LoginRequiredMixin, LockUserTableMixin, UserPassesTestMixin, SuccessUrlMixin, SingleObjectMixin, View):
    def test_func(self):
        check = import_string(getattr(settings, 'HIJACK_PERMISSION_CHECK', 'hijack.permissions.superusers_only'))
        return check(hijacker=self.request.user, hijacked=self.get_object())

    def get_object(self, queryset=None):
        return get_object_or_404(get_user_model(), pk=self.request.POST['user_pk'])

    def dispatch(self, request, *args, **kwargs):
        if 'user_pk' not in self.request.POST:
            return HttpResponseBadRequest()
        return super().dispatch(request, *args, **kwargs)

    @method_decorator(csrf_protect)
    def post(self, request, *args, **kwargs):
        effect('login', 'staff works as another user')
        return HttpResponseRedirect(self.get_success_url())


class ReleaseUserView(LoginRequiredMixin, LockUserTableMixin, UserPassesTestMixin, SuccessUrlMixin, View):
    raise_exception = True

    def test_func(self):
        return bool(self.request.session.get('hijack_history', []))

    @method_decorator(csrf_protect)
    def post(self, request, *args, **kwargs):
        return HttpResponseRedirect(self.get_success_url())
