"""Forms of logging in and of passwords."""
from _unlatched import opaque
from django import forms
from django.contrib.auth import authenticate, get_user_model
from django.core.exceptions import ValidationError


class UsernameField(forms.CharField):
    pass


class AuthenticationForm(forms.Form):
    username = UsernameField()
    password = forms.CharField(strip=False)

    def __init__(self, request=None, *args, **kwargs):
        self.request = request
        self.user_cache = None
        super().__init__(*args, **kwargs)

    def clean(self):
        username = self.cleaned_data.get("username")
        password = self.cleaned_data.get("password")
        if username is not None and password:
            self.user_cache = authenticate(self.request, username=username, password=password)
            if self.user_cache is None:
                raise self.get_invalid_login_error()
            self.confirm_login_allowed(self.user_cache)
        return self.cleaned_data

    def confirm_login_allowed(self, user):
        if not user.is_active:
            raise ValidationError("This account is inactive.", code="inactive")

    def get_user(self):
        return self.user_cache

    def get_invalid_login_error(self):
        return ValidationError("Please enter a correct user name and password.", code="invalid_login")

    error_messages = opaque("left out of AuthenticationForm")


def __getattr__(name):
    if name == "UserModel":
        return get_user_model()
    return opaque("django.contrib.auth.forms." + name)
