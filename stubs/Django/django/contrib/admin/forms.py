"""Forms of the admin."""
from _unlatched import opaque
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError


class AdminAuthenticationForm(AuthenticationForm):
    required_css_class = "required"

    def confirm_login_allowed(self, user):
        super().confirm_login_allowed(user)
        if not user.is_staff:
            raise ValidationError("Please enter the correct name and password for a staff account.", code="invalid_login")

    base_fields = declared_fields = error_messages = media = opaque("left out of AdminAuthenticationForm")


def __getattr__(name):
    return opaque("django.contrib.admin.forms." + name)
