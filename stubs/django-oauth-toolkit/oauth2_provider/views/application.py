from django.contrib.auth.mixins import LoginRequiredMixin
from django.urls import reverse_lazy
from django.views.generic import CreateView, DeleteView, DetailView, ListView, UpdateView

from oauth2_provider.models import get_application_model


class ApplicationOwnerIsUserMixin(LoginRequiredMixin):
    fields = '__all__'

    def get_queryset(self):
        return get_application_model().objects.filter(user=self.request.user)


class ApplicationRegistration(LoginRequiredMixin, CreateView):
    template_name = 'oauth2_provider/application_registration_form.html'

    def form_valid(self, form):
        form.instance.user = self.request.user
        return super().form_valid(form)


class ApplicationDetail(ApplicationOwnerIsUserMixin, DetailView):
    context_object_name = 'application'
    template_name = 'oauth2_provider/application_detail.html'


class ApplicationList(ApplicationOwnerIsUserMixin, ListView):
    context_object_name = 'applications'
    template_name = 'oauth2_provider/application_list.html'


class ApplicationDelete(ApplicationOwnerIsUserMixin, DeleteView):
    context_object_name = 'application'
    success_url = reverse_lazy('oauth2_provider:list')
    template_name = 'oauth2_provider/application_confirm_delete.html'


class ApplicationUpdate(ApplicationOwnerIsUserMixin, UpdateView):
    context_object_name = 'application'
    template_name = 'oauth2_provider/application_form.html'
