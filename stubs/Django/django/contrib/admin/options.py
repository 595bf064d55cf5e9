"""ModelAdmin: routes and permissions of one model (django/contrib/admin/options.py)."""
from functools import update_wrapper

from _unlatched import DJANGO_VERSION, effect, opaque, world
from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models.options import _unlatched_label
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_protect
from django.views.generic import RedirectView

IS_POPUP_VAR = "_popup"
TO_FIELD_VAR = "_to_field"
HORIZONTAL, VERTICAL = 1, 2
csrf_protect_m = method_decorator(csrf_protect)


if DJANGO_VERSION >= (5, 0):
    class ShowFacets:
        NEVER = "NEVER"
        ALLOW = "ALLOW"
        ALWAYS = "ALWAYS"


class IncorrectLookupParameters(Exception):
    pass


class BaseModelAdmin:
    autocomplete_fields = ()
    raw_id_fields = ()
    fields = None
    exclude = None
    fieldsets = None
    form = forms.ModelForm
    filter_vertical = ()
    filter_horizontal = ()
    radio_fields = {}
    prepopulated_fields = {}
    formfield_overrides = {}
    readonly_fields = ()
    ordering = None
    sortable_by = None
    view_on_site = True
    show_full_result_count = True

    def __init__(self):
        pass

    def check(self, **kwargs):
        return []

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        return opaque("a form field")

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        return opaque("a form field")

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        return opaque("a form field")

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return opaque("a form field")

    def get_autocomplete_fields(self, request):
        return self.autocomplete_fields

    def get_view_on_site_url(self, obj=None):
        return None

    def get_empty_value_display(self):
        return "-"

    def get_exclude(self, request, obj=None):
        return self.exclude

    def get_fields(self, request, obj=None):
        return self.fields or []

    def get_fieldsets(self, request, obj=None):
        return self.fieldsets or [(None, {"fields": self.get_fields(request, obj)})]

    def get_inlines(self, request, obj):
        return self.inlines

    def get_ordering(self, request):
        return self.ordering or ()

    def get_readonly_fields(self, request, obj=None):
        return self.readonly_fields

    def get_prepopulated_fields(self, request, obj=None):
        return self.prepopulated_fields

    def get_queryset(self, request):
        return self.model._default_manager.get_queryset()

    def get_sortable_by(self, request):
        return self.sortable_by

    def lookup_allowed(self, lookup, value, *args, **kwargs):
        return True

    def _unlatched_perm(self, request, action):
        return request.user.has_perm(f"{self.opts.app_label}.{action}_{self.opts.model_name}")

    def has_add_permission(self, request):
        return self._unlatched_perm(request, "add")

    def has_change_permission(self, request, obj=None):
        return self._unlatched_perm(request, "change")

    def has_delete_permission(self, request, obj=None):
        return self._unlatched_perm(request, "delete")

    def has_view_permission(self, request, obj=None):
        return self._unlatched_perm(request, "view") or self._unlatched_perm(request, "change")

    def has_view_or_change_permission(self, request, obj=None):
        return self.has_view_permission(request, obj) or self.has_change_permission(request, obj)

    def has_module_permission(self, request):
        return request.user.has_module_perms(self.opts.app_label)

    checks_class = get_field_queryset = media = to_field_allowed = opaque("left out of BaseModelAdmin")


def _unlatched_pages(site, model, wrap, view):
    """The pages of every admin; `view` gives the one of a name, `wrap` guards it."""
    from django.urls import path

    name = f"{_unlatched_label(model)}_{model.__name__.lower()}"
    return [
        path("", wrap(view("changelist_view")), name=f"{name}_changelist"),
        path("add/", wrap(view("add_view")), name=f"{name}_add"),
        path("<path:object_id>/history/", wrap(view("history_view")), name=f"{name}_history"),
        path("<path:object_id>/delete/", wrap(view("delete_view")), name=f"{name}_delete"),
        path("<path:object_id>/change/", wrap(view("change_view")), name=f"{name}_change"),
        path("<path:object_id>/", wrap(RedirectView.as_view(pattern_name=f"{site.name}:{name}_change"))),
    ]


class ModelAdmin(BaseModelAdmin):
    list_display = ("__str__",)
    list_display_links = ()
    list_filter = ()
    list_select_related = False
    list_per_page = 100
    list_max_show_all = 200
    list_editable = ()
    search_fields = ()
    search_help_text = None
    date_hierarchy = None
    save_as = False
    save_as_continue = True
    save_on_top = False
    paginator = Paginator
    preserve_filters = True
    if DJANGO_VERSION >= (5, 0):
        show_facets = ShowFacets.ALLOW
    inlines = ()
    add_form_template = None
    change_form_template = None
    change_list_template = None
    delete_confirmation_template = None
    delete_selected_confirmation_template = None
    object_history_template = None
    popup_response_template = None
    actions = ()
    actions_on_top = True
    actions_on_bottom = False
    actions_selection_counter = True

    def __init__(self, model, admin_site):
        self.model = model
        self.opts = model._meta
        self.admin_site = admin_site
        super().__init__()

    def get_inline_instances(self, request, obj=None):
        return []

    def get_urls(self):
        def wrap(view):
            def wrapper(*args, **kwargs):
                return self.admin_site.admin_view(view)(*args, **kwargs)

            wrapper.model_admin = self
            return update_wrapper(wrapper, view)

        return _unlatched_pages(self.admin_site, self.model, wrap, lambda name: getattr(self, name))

    @property
    def urls(self):
        return self.get_urls()

    @property
    def media(self):
        return opaque("the scripts of the admin")

    def get_model_perms(self, request):
        return {
            "add": self.has_add_permission(request), "change": self.has_change_permission(request),
            "delete": self.has_delete_permission(request), "view": self.has_view_permission(request),
        }

    def get_form(self, request, obj=None, change=False, **kwargs):
        return opaque("the form of an admin page")

    def get_changelist(self, request, **kwargs):
        return opaque("the list of an admin page")

    def get_object(self, request, object_id, from_field=None):
        return self.get_queryset(request).filter(pk=object_id).first()

    def get_list_display(self, request):
        return self.list_display

    def get_list_filter(self, request):
        return self.list_filter

    def get_search_fields(self, request):
        return self.search_fields

    def get_search_results(self, request, queryset, search_term):
        return queryset, False

    def get_actions(self, request):
        return {}

    def message_user(self, request, message, level=20, extra_tags="", fail_silently=False):
        pass

    def log_addition(self, request, obj, message):
        pass

    def log_change(self, request, obj, message):
        pass

    def save_form(self, request, form, change):
        return form.save(commit=False)

    def save_model(self, request, obj, form, change):
        obj.save()

    def delete_model(self, request, obj):
        obj.delete()

    def delete_queryset(self, request, queryset):
        queryset.delete()

    def save_formset(self, request, form, formset, change):
        formset.save()

    def save_related(self, request, form, formsets, change):
        form.save_m2m()

    def response_add(self, request, obj, post_url_continue=None):
        return HttpResponseRedirect("../")

    def response_change(self, request, obj):
        return HttpResponseRedirect("../")

    def response_post_save_add(self, request, obj):
        return HttpResponseRedirect("../")

    def response_post_save_change(self, request, obj):
        return HttpResponseRedirect("../")

    def response_action(self, request, queryset):
        return None

    def response_delete(self, request, obj_display, obj_id):
        return HttpResponseRedirect("../")

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        return TemplateResponse(request, "admin/change_form.html", context)

    @csrf_protect_m
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if object_id is None:
            allowed = self.has_add_permission(request)
        elif request.method == "POST":
            allowed = self.has_change_permission(request, None)
        else:
            allowed = self.has_view_or_change_permission(request, None)
        if not allowed:
            raise PermissionDenied
        if request.method == "POST":
            effect("db-write", f"{self.model.__name__} is saved in the admin")
        return self.render_change_form(request, extra_context or {})

    def add_view(self, request, form_url="", extra_context=None):
        return self.changeform_view(request, None, form_url, extra_context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        return self.changeform_view(request, object_id, form_url, extra_context)

    @csrf_protect_m
    def changelist_view(self, request, extra_context=None):
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        return TemplateResponse(request, "admin/change_list.html", extra_context or {})

    @csrf_protect_m
    def delete_view(self, request, object_id, extra_context=None):
        if not self.has_delete_permission(request, None):
            raise PermissionDenied
        if request.method == "POST":
            effect("db-write", f"{self.model.__name__} is deleted in the admin")
        return TemplateResponse(request, "admin/delete_confirmation.html", extra_context or {})

    def history_view(self, request, object_id, extra_context=None):
        if not self.has_view_or_change_permission(request, None):
            raise PermissionDenied
        return TemplateResponse(request, "admin/object_history.html", extra_context or {})

    action_checkbox = action_form = checks_class = construct_change_message = get_action = opaque("left out of ModelAdmin")
    get_action_choices = get_changeform_initial_data = get_changelist_form = opaque("left out of ModelAdmin")
    get_changelist_formset = get_changelist_instance = get_deleted_objects = opaque("left out of ModelAdmin")
    get_formset_kwargs = get_formsets_with_inlines = get_inline_formsets = opaque("left out of ModelAdmin")
    get_list_display_links = get_list_select_related = get_paginator = get_preserved_filters = opaque("left out of ModelAdmin")
    log_deletion = render_delete_form = opaque("left out of ModelAdmin")
    if DJANGO_VERSION >= (5, 2):
        log_deletions = opaque("left out of ModelAdmin")


class InlineModelAdmin(BaseModelAdmin):
    model = None
    fk_name = None
    extra = 3
    min_num = None
    max_num = None
    template = None
    verbose_name = None
    verbose_name_plural = None
    can_delete = True
    show_change_link = False
    classes = None

    def __init__(self, parent_model, admin_site):
        self.admin_site = admin_site
        self.parent_model = parent_model
        self.opts = self.model._meta
        super().__init__()

    def get_formset(self, request, obj=None, **kwargs):
        return opaque("the forms of an inline")

    def get_extra(self, request, obj=None, **kwargs):
        return self.extra

    def get_min_num(self, request, obj=None, **kwargs):
        return self.min_num

    def get_max_num(self, request, obj=None, **kwargs):
        return self.max_num

    def has_add_permission(self, request, obj):
        return super().has_add_permission(request)

    checks_class = formset = media = opaque("left out of InlineModelAdmin")


class StackedInline(InlineModelAdmin):
    template = "admin/edit_inline/stacked.html"
    media = opaque("left out of StackedInline")


class TabularInline(InlineModelAdmin):
    template = "admin/edit_inline/tabular.html"
    media = opaque("left out of TabularInline")


def __getattr__(name):
    return opaque("django.contrib.admin.options." + name)
