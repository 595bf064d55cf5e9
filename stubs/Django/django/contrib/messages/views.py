"""A message after a form."""
from django.contrib import messages


class SuccessMessageMixin:
    success_message = ""

    def form_valid(self, form):
        return super().form_valid(form)

    def get_success_message(self, cleaned_data):
        return self.success_message
