"""Views of logging in and out and of passwords (django/contrib/auth/views.py)."""
from _unlatched import DJANGO_VERSION, world
from django.conf import settings
from django.contrib.auth import (
    REDIRECT_FIELD_NAME, get_user_model, login as auth_login, logout as auth_logout, update_session_auth_hash,
)
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, PasswordResetForm, SetPasswordForm
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponseRedirect
from django.shortcuts import resolve_url
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic.base import TemplateView
from django.views.generic.edit import FormView

if DJANGO_VERSION >= (5, 1):
    from django.contrib.auth.decorators import login_not_required

    _unlatched_open = method_decorator(login_not_required, name="dispatch")
else:
    def _unlatched_open(view_class):
        return view_class


def __getattr__(name):
    if name == "UserModel":
        return get_user_model()
    raise AttributeError(name)


class RedirectURLMixin:
    next_page = None
    redirect_field_name = REDIRECT_FIELD_NAME
    success_url_allowed_hosts = set()

    def get_success_url(self):
        return self.get_redirect_url() or self.get_default_redirect_url()

    def get_redirect_url(self):
        return ""

    def get_success_url_allowed_hosts(self):
        return {self.request.get_host(), *self.success_url_allowed_hosts}

    def get_default_redirect_url(self):
        if self.next_page:
            return resolve_url(self.next_page)
        raise ImproperlyConfigured("No URL to redirect to. Provide a next_page.")


@_unlatched_open
class LoginView(RedirectURLMixin, FormView):
    _unlatched_for_strangers = True
    form_class = AuthenticationForm
    authentication_form = None
    template_name = "registration/login.html"
    redirect_authenticated_user = False
    extra_context = None

    @method_decorator(sensitive_post_parameters())
    @method_decorator(csrf_protect)
    @method_decorator(never_cache)
    def dispatch(self, request, *args, **kwargs):
        if self.redirect_authenticated_user and self.request.user.is_authenticated:
            return HttpResponseRedirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)

    def get_default_redirect_url(self):
        return resolve_url(self.next_page or settings.LOGIN_REDIRECT_URL)

    def get_form_class(self):
        return self.authentication_form or self.form_class

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        kwargs["request"] = self.request
        return kwargs

    def form_valid(self, form):
        auth_login(self.request, form.get_user())
        return HttpResponseRedirect(self.get_success_url())

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context.update({self.redirect_field_name: self.get_redirect_url(), **(self.extra_context or {})})
        return context


class LogoutView(RedirectURLMixin, TemplateView):
    _unlatched_for_strangers = True
    http_method_names = ["post", "options"] if DJANGO_VERSION >= (5, 0) else ["get", "head", "post", "options"]
    template_name = "registration/logged_out.html"
    extra_context = None

    @method_decorator(csrf_protect if DJANGO_VERSION >= (5, 0) else never_cache)
    @method_decorator(never_cache)
    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        auth_logout(request)
        redirect_to = self.get_success_url()
        if redirect_to != request.get_full_path():
            return HttpResponseRedirect(redirect_to)
        return super().get(request, *args, **kwargs)

    if DJANGO_VERSION < (5, 0):
        def get(self, request, *args, **kwargs):
            return self.post(request, *args, **kwargs)

    def get_default_redirect_url(self):
        if self.next_page:
            return resolve_url(self.next_page)
        return resolve_url(settings.LOGOUT_REDIRECT_URL) if settings.LOGOUT_REDIRECT_URL else self.request.path

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context.update(self.extra_context or {})
        return context


def logout_then_login(request, login_url=None):
    return LogoutView.as_view(next_page=resolve_url(login_url or settings.LOGIN_URL))(request)


def redirect_to_login(next, login_url=None, redirect_field_name=REDIRECT_FIELD_NAME):
    url = resolve_url(login_url or settings.LOGIN_URL)
    return HttpResponseRedirect(f"{url}?{redirect_field_name}={next}" if redirect_field_name else url)


class PasswordContextMixin:
    extra_context = None

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context.update({"title": self.title, "subtitle": None, **(self.extra_context or {})})
        return context


@_unlatched_open
class PasswordResetView(PasswordContextMixin, FormView):
    _unlatched_for_strangers = True
    email_template_name = "registration/password_reset_email.html"
    extra_email_context = None
    form_class = PasswordResetForm
    from_email = None
    html_email_template_name = None
    subject_template_name = "registration/password_reset_subject.txt"
    success_url = reverse_lazy("password_reset_done")
    template_name = "registration/password_reset_form.html"
    title = "Password reset"
    token_generator = default_token_generator

    @method_decorator(csrf_protect)
    def dispatch(self, *args, **kwargs):
        return super().dispatch(*args, **kwargs)

    def form_valid(self, form):
        form.save(use_https=self.request.is_secure(), token_generator=self.token_generator, request=self.request)
        return super().form_valid(form)


INTERNAL_RESET_SESSION_TOKEN = "_password_reset_token"


@_unlatched_open
class PasswordResetDoneView(PasswordContextMixin, TemplateView):
    _unlatched_for_strangers = True
    template_name = "registration/password_reset_done.html"
    title = "Password reset sent"


@_unlatched_open
class PasswordResetConfirmView(PasswordContextMixin, FormView):
    _unlatched_for_strangers = True
    form_class = SetPasswordForm
    post_reset_login = False
    post_reset_login_backend = None
    reset_url_token = "set-password"
    success_url = reverse_lazy("password_reset_complete")
    template_name = "registration/password_reset_confirm.html"
    title = "Enter new password"
    token_generator = default_token_generator

    @method_decorator(sensitive_post_parameters())
    @method_decorator(never_cache)
    def dispatch(self, *args, **kwargs):
        if "uidb64" not in kwargs or "token" not in kwargs:
            raise ImproperlyConfigured("The URL path must contain 'uidb64' and 'token' parameters.")
        self.validlink = False
        self.user = self.get_user(kwargs["uidb64"])
        if self.user is not None:
            token = kwargs["token"]
            if token == self.reset_url_token:
                if self.token_generator.check_token(self.user, self.request.session.get(INTERNAL_RESET_SESSION_TOKEN)):
                    self.validlink = True
                    return super().dispatch(*args, **kwargs)
            elif self.token_generator.check_token(self.user, token):
                self.request.session[INTERNAL_RESET_SESSION_TOKEN] = token
                return HttpResponseRedirect(self.request.path.replace(token, self.reset_url_token))
        return self.render_to_response(self.get_context_data())

    def get_user(self, uidb64):
        UserModel = get_user_model()
        try:
            return UserModel._default_manager.get(pk=world("the decoded user id"))
        except UserModel.DoesNotExist:
            return None

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        kwargs["user"] = self.user
        return kwargs

    def form_valid(self, form):
        user = form.save()
        if self.post_reset_login:
            auth_login(self.request, user, self.post_reset_login_backend)
        return super().form_valid(form)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["validlink"] = self.validlink
        return context


@_unlatched_open
class PasswordResetCompleteView(PasswordContextMixin, TemplateView):
    _unlatched_for_strangers = True
    template_name = "registration/password_reset_complete.html"
    title = "Password reset complete"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["login_url"] = resolve_url(settings.LOGIN_URL)
        return context


class PasswordChangeView(PasswordContextMixin, FormView):
    form_class = PasswordChangeForm
    success_url = reverse_lazy("password_change_done")
    template_name = "registration/password_change_form.html"
    title = "Password change"

    @method_decorator(sensitive_post_parameters())
    @method_decorator(csrf_protect)
    @method_decorator(login_required)
    def dispatch(self, *args, **kwargs):
        return super().dispatch(*args, **kwargs)

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        kwargs["user"] = self.request.user
        return kwargs

    def form_valid(self, form):
        form.save()
        update_session_auth_hash(self.request, form.user)
        return super().form_valid(form)


class PasswordChangeDoneView(PasswordContextMixin, TemplateView):
    template_name = "registration/password_change_done.html"
    title = "Password change successful"

    @method_decorator(login_required)
    def dispatch(self, *args, **kwargs):
        return super().dispatch(*args, **kwargs)


# Until Django 2.1 these views were functions (1.11, contrib/auth/views.py).
if DJANGO_VERSION < (2, 1):
    def login(request, template_name="registration/login.html", redirect_field_name=REDIRECT_FIELD_NAME,
              authentication_form=AuthenticationForm, extra_context=None, redirect_authenticated_user=False, **kwargs):
        view = LoginView.as_view(redirect_field_name=redirect_field_name, authentication_form=authentication_form,
                                 redirect_authenticated_user=redirect_authenticated_user)
        return view(request)

    def logout(request, next_page=None, template_name="registration/logged_out.html", redirect_field_name=REDIRECT_FIELD_NAME,
               extra_context=None, **kwargs):
        return LogoutView.as_view(next_page=next_page, redirect_field_name=redirect_field_name)(request)

    def password_reset(request, template_name="registration/password_reset_form.html", email_template_name=None,
                       subject_template_name=None, password_reset_form=PasswordResetForm, token_generator=default_token_generator,
                       post_reset_redirect=None, from_email=None, extra_context=None, **kwargs):
        view = PasswordResetView.as_view(form_class=password_reset_form, token_generator=token_generator,
                                         success_url=post_reset_redirect or reverse_lazy("password_reset_done"))
        return view(request)

    def password_reset_done(request, **kwargs):
        return PasswordResetDoneView.as_view()(request)

    def password_reset_confirm(request, uidb64=None, token=None, template_name=None, token_generator=default_token_generator,
                               set_password_form=SetPasswordForm, post_reset_redirect=None, extra_context=None, **kwargs):
        view = PasswordResetConfirmView.as_view(form_class=set_password_form, token_generator=token_generator,
                                                success_url=post_reset_redirect or reverse_lazy("password_reset_complete"))
        return view(request, uidb64=uidb64, token=token)

    def password_reset_complete(request, **kwargs):
        return PasswordResetCompleteView.as_view()(request)

    def password_change(request, template_name=None, post_change_redirect=None, password_change_form=PasswordChangeForm,
                        extra_context=None, **kwargs):
        view = PasswordChangeView.as_view(form_class=password_change_form,
                                          success_url=post_change_redirect or reverse_lazy("password_change_done"))
        return view(request)

    def password_change_done(request, **kwargs):
        return PasswordChangeDoneView.as_view()(request)

    for _unlatched_view in (login, logout, password_reset, password_reset_done, password_reset_confirm, password_reset_complete):
        _unlatched_view._unlatched_for_strangers = True
