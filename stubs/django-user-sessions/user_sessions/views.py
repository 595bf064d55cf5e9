from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.timezone import now
from django.views.generic import ListView, View
from django.views.generic.detail import BaseDetailView
from django.views.generic.edit import DeletionMixin


class SessionMixin:
    def get_queryset(self):
        return self.request.user.session_set.filter(expire_date__gt=now()).order_by('-last_activity')


class LoginRequiredMixin:
    @method_decorator(login_required)
    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)


class SessionListView(LoginRequiredMixin, SessionMixin, ListView):
    pass


class SessionDeleteView(LoginRequiredMixin, SessionMixin, DeletionMixin, BaseDetailView):
    def delete(self, request, *args, **kwargs):
        if kwargs['pk'] == request.session.session_key:
            logout(request)
            return redirect('/')
        return super().delete(request, *args, **kwargs)

    def get_success_url(self):
        return '/account/sessions/'


class SessionDeleteOtherView(LoginRequiredMixin, SessionMixin, DeletionMixin, View):
    def get_object(self):
        return super().get_queryset().exclude(session_key=self.request.session.session_key)

    def get_success_url(self):
        return '/account/sessions/'
