from django.contrib.auth.mixins import LoginRequiredMixin
from django.urls import reverse_lazy
from django.views.generic import DeleteView, ListView

from oauth2_provider.models import get_access_token_model


class AuthorizedTokensListView(LoginRequiredMixin, ListView):
    context_object_name = 'authorized_tokens'
    template_name = 'oauth2_provider/authorized-tokens.html'

    def get_queryset(self):
        return get_access_token_model().objects.select_related('application').filter(user=self.request.user)


class AuthorizedTokenDeleteView(LoginRequiredMixin, DeleteView):
    template_name = 'oauth2_provider/authorized-token-delete.html'
    success_url = reverse_lazy('oauth2_provider:authorized-token-list')

    def get_queryset(self):
        return get_access_token_model().objects.filter(user=self.request.user)
