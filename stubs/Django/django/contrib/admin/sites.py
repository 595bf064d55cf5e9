"""AdminSite: its routes, and who may see them (django/contrib/admin/sites.py)."""
from functools import update_wrapper

from _unlatched import DJANGO_VERSION, assume, import_string, is_known, is_missing, opaque
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.models.options import _unlatched_label
from django.http import Http404, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.functional import LazyObject
from django.utils.module_loading import module_has_submodule
from django.views.decorators.cache import never_cache
from django.views.decorators.common import no_append_slash
from django.views.decorators.csrf import csrf_protect
from django.views.i18n import JavaScriptCatalog

if DJANGO_VERSION >= (5, 0):
    from django.contrib.admin.exceptions import AlreadyRegistered, NotRegistered
else:
    class AlreadyRegistered(Exception):
        pass

    class NotRegistered(Exception):
        pass

if DJANGO_VERSION >= (5, 1):
    from django.contrib.auth.decorators import login_not_required as _unlatched_open
else:
    def _unlatched_open(view_func):
        return view_func


def _unlatched_models(given):
    return given if is_known(given) and isinstance(given, (list, tuple)) else [given]


def _unlatched_guarded_pages(site, model, model_admin):
    """The pages of an admin of which a base class is not there: a stranger is turned away as from every admin's, what they do is not known."""
    from django.contrib.admin.options import ModelAdmin, _unlatched_pages

    def wrap(view):
        def wrapper(*args, **kwargs):
            assume(f"the pages of {type(model_admin).__name__}, of which a base class is not there, ask who may see them as those of every admin")
            return site.admin_view(view)(*args, **kwargs)

        wrapper.model_admin = model_admin
        return update_wrapper(wrapper, view)

    def own(name):
        def view(request, *args, **kwargs):
            return getattr(model_admin, name)(request, *args, **kwargs)

        return update_wrapper(view, getattr(ModelAdmin, name))

    return _unlatched_pages(site, model, wrap, own)


class AdminSite:
    site_title = "Django site admin"
    site_header = "Django administration"
    index_title = "Site administration"
    site_url = "/"
    enable_nav_sidebar = True
    empty_value_display = "-"
    login_form = None
    index_template = None
    app_index_template = None
    login_template = None
    logout_template = None
    password_change_template = None
    password_change_done_template = None
    final_catch_all_view = True

    def __init__(self, name="admin"):
        self._registry = {}
        self.name = name
        self._actions = {}
        self._global_actions = {}

    def check(self, app_configs):
        return []

    def register(self, model_or_iterable, admin_class=None, **options):
        from django.contrib.admin.options import ModelAdmin

        given = admin_class or ModelAdmin
        for model in _unlatched_models(model_or_iterable):
            if not is_known(model):  # of a library that we do not have
                self._unlatched_unknown = model
                continue
            if not is_known(model._meta):  # a model with a base class of such a library
                self._registry[model] = given(model, self)
                continue
            if model._meta.abstract:
                raise ImproperlyConfigured(f"The model {model.__name__} is abstract, so it cannot be registered with admin.")
            if model in self._registry:
                raise AlreadyRegistered(f"The model {model.__name__} is already registered.")
            if model._meta.swapped:
                continue
            if options:
                class _UnlatchedAdmin(given):
                    pass

                for name, value in options.items():
                    setattr(_UnlatchedAdmin, name, value)
                self._registry[model] = _UnlatchedAdmin(model, self)
            else:
                self._registry[model] = given(model, self)

    def unregister(self, model_or_iterable):
        for model in _unlatched_models(model_or_iterable):
            if is_known(model):
                if model not in self._registry:
                    config = apps.get_containing_app_config(model.__module__)
                    if config is None or not module_has_submodule(config.module, "admin"):
                        continue  # registered in a part of a library that is left out here
                    raise NotRegistered(f"The model {model.__name__} is not registered")
                del self._registry[model]

    def is_registered(self, model):
        return model in self._registry

    def get_model_admin(self, model):
        if model not in self._registry:
            raise NotRegistered(f"The model {model.__name__} is not registered.")
        return self._registry[model]

    def add_action(self, action, name=None):
        name = name or action.__name__
        self._actions[name] = self._global_actions[name] = action

    def disable_action(self, name):
        self._actions.pop(name, None)

    def get_action(self, name):
        return self._global_actions[name]

    @property
    def actions(self):
        return self._actions.items()

    def has_permission(self, request):
        return request.user.is_active and request.user.is_staff

    def admin_view(self, view, cacheable=False):
        def inner(request, *args, **kwargs):
            if not self.has_permission(request):
                if request.path == reverse("admin:logout", current_app=self.name):
                    return HttpResponseRedirect(reverse("admin:index", current_app=self.name))
                from django.contrib.auth.views import redirect_to_login

                return redirect_to_login(request.get_full_path(), reverse("admin:login", current_app=self.name))
            return view(request, *args, **kwargs)

        if not cacheable:
            inner = never_cache(inner)
        if not getattr(view, "csrf_exempt", False):
            inner = csrf_protect(inner)
        return update_wrapper(inner, view)

    def get_urls(self):
        from django.contrib.contenttypes import views as contenttype_views
        from django.urls import include, path, re_path

        def wrap(view, cacheable=False):
            def wrapper(*args, **kwargs):
                return self.admin_view(view, cacheable)(*args, **kwargs)

            wrapper.admin_site = self
            wrapper.login_url = reverse_lazy("admin:login", current_app=self.name)
            return update_wrapper(wrapper, view)

        shortcut = "r/<path:content_type_id>/<path:object_id>/" if DJANGO_VERSION >= (5, 1) else "r/<int:content_type_id>/<path:object_id>/"
        urlpatterns = [
            path("", wrap(self.index), name="index"),
            path("login/", self.login, name="login"),
            path("logout/", wrap(self.logout), name="logout"),
            path("password_change/", wrap(self.password_change, cacheable=True), name="password_change"),
            path("password_change/done/", wrap(self.password_change_done, cacheable=True), name="password_change_done"),
            path("autocomplete/", wrap(self.autocomplete_view), name="autocomplete"),
            path("jsi18n/", wrap(self.i18n_javascript, cacheable=True), name="jsi18n"),
            path(shortcut, wrap(contenttype_views.shortcut), name="view_on_site"),
        ]
        labels = []
        for model, model_admin in self._registry.items():
            label = _unlatched_label(model)
            urls = model_admin.urls
            if is_missing(urls):
                urls = _unlatched_guarded_pages(self, model, model_admin)
            urlpatterns.append(path(f"{label}/{model.__name__.lower()}/", include(urls)))
            if label not in labels:
                labels.append(label)
        if labels:
            urlpatterns.append(re_path(r"^(?P<app_label>" + "|".join(labels) + ")/$", wrap(self.app_index), name="app_list"))
        if self.final_catch_all_view:
            urlpatterns.append(re_path(r"(?P<url>.*)$", wrap(self.catch_all_view)))
        return urlpatterns

    @property
    def urls(self):
        return self.get_urls(), "admin", self.name

    def each_context(self, request):
        return {"site_title": self.site_title, "site_header": self.site_header, "has_permission": self.has_permission(request)}

    def password_change(self, request, extra_context=None):
        from django.contrib.admin.forms import AdminPasswordChangeForm
        from django.contrib.auth.views import PasswordChangeView

        url = reverse("admin:password_change_done", current_app=self.name)
        return PasswordChangeView.as_view(
            form_class=AdminPasswordChangeForm, success_url=url, extra_context={**self.each_context(request), **(extra_context or {})},
        )(request)

    def password_change_done(self, request, extra_context=None):
        from django.contrib.auth.views import PasswordChangeDoneView

        return PasswordChangeDoneView.as_view(extra_context={**self.each_context(request), **(extra_context or {})})(request)

    def i18n_javascript(self, request, extra_context=None):
        return JavaScriptCatalog.as_view(packages=["django.contrib.admin"])(request)

    def logout(self, request, extra_context=None):
        from django.contrib.auth.views import LogoutView

        return LogoutView.as_view(extra_context={**self.each_context(request), "has_permission": False, **(extra_context or {})})(request)

    @method_decorator(never_cache)
    @_unlatched_open
    def login(self, request, extra_context=None):
        if request.method == "GET" and self.has_permission(request):
            return HttpResponseRedirect(reverse("admin:index", current_app=self.name))
        from django.contrib.admin.forms import AdminAuthenticationForm
        from django.contrib.auth.views import LoginView

        return LoginView.as_view(
            extra_context={**self.each_context(request), **(extra_context or {})},
            authentication_form=self.login_form or AdminAuthenticationForm,
            template_name=self.login_template or "admin/login.html",
        )(request)

    def autocomplete_view(self, request):
        from django.contrib.admin.views.autocomplete import AutocompleteJsonView

        return AutocompleteJsonView.as_view(admin_site=self)(request)

    @no_append_slash
    def catch_all_view(self, request, url):
        if settings.APPEND_SLASH and not url.endswith("/"):
            return HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True))
        raise Http404

    def get_app_list(self, request, app_label=None):
        return opaque("the apps that an admin user may see")

    def index(self, request, extra_context=None):
        return TemplateResponse(request, self.index_template or "admin/index.html", self.each_context(request))

    def app_index(self, request, app_label, extra_context=None):
        if not self.get_app_list(request, app_label):
            raise Http404("The requested admin page does not exist.")
        return TemplateResponse(request, self.app_index_template or "admin/app_index.html", self.each_context(request))

    if DJANGO_VERSION >= (5, 2):
        get_log_entries = opaque("left out of AdminSite")


class DefaultAdminSite(LazyObject):
    def _setup(self):
        path = "django.contrib.admin.sites.AdminSite"
        if apps.is_installed("django.contrib.admin"):
            path = getattr(apps.get_app_config("admin"), "default_site", path)
        self._wrapped = import_string(path)()


site = DefaultAdminSite()
