from django.core.exceptions import ImproperlyConfigured
from django.forms.models import modelform_factory
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.generic import View

from _unlatched import opaque


class GenericModelView(View):
    model = None
    fields = None
    lookup_field = 'pk'
    lookup_url_kwarg = None
    queryset = None
    form_class = None
    template_name = None
    context_object_name = None
    paginate_by = None
    page_kwarg = 'page'
    template_name_suffix = None

    def get_object(self):
        name = self.lookup_url_kwarg or self.lookup_field
        return get_object_or_404(self.get_queryset(), **{self.lookup_field: self.kwargs[name]})

    def get_queryset(self):
        if self.queryset is not None:
            return self.queryset._clone()
        if self.model is not None:
            return self.model._default_manager.all()
        raise ImproperlyConfigured('a view needs a queryset or a model')

    def get_form_class(self):
        return self.form_class if self.form_class is not None else modelform_factory(self.model, fields=self.fields)

    def get_form(self, data=None, files=None, **kwargs):
        return self.get_form_class()(data=data, files=files, **kwargs)

    def get_paginate_by(self):
        return self.paginate_by

    def paginate_queryset(self, queryset, page_size):
        return opaque('page of rows')

    def get_context_object_name(self, is_list=False):
        return self.context_object_name

    def get_context_data(self, **kwargs):
        kwargs['view'] = self
        return kwargs

    def get_template_names(self):
        return [self.template_name if self.template_name is not None else opaque('template')]

    def render_to_response(self, context):
        return TemplateResponse(request=self.request, template=self.get_template_names(), context=context)


class ListView(GenericModelView):
    template_name_suffix = '_list'
    allow_empty = True

    def get(self, request, *args, **kwargs):
        self.object_list = self.get_queryset()
        return self.render_to_response(self.get_context_data(page_obj=None, is_paginated=False, paginator=None))


class DetailView(GenericModelView):
    template_name_suffix = '_detail'

    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        return self.render_to_response(self.get_context_data())


class CreateView(GenericModelView):
    success_url = None
    template_name_suffix = '_form'

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(form=self.get_form()))

    def post(self, request, *args, **kwargs):
        form = self.get_form(data=request.POST, files=request.FILES)
        return self.form_valid(form) if form.is_valid() else self.form_invalid(form)

    def form_valid(self, form):
        self.object = form.save()
        return HttpResponseRedirect(self.get_success_url())

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form))

    def get_success_url(self):
        return self.success_url or self.object.get_absolute_url()


class UpdateView(GenericModelView):
    success_url = None
    template_name_suffix = '_form'

    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        return self.render_to_response(self.get_context_data(form=self.get_form(instance=self.object)))

    def post(self, request, *args, **kwargs):
        self.object = self.get_object()
        form = self.get_form(data=request.POST, files=request.FILES, instance=self.object)
        return self.form_valid(form) if form.is_valid() else self.form_invalid(form)

    def form_valid(self, form):
        self.object = form.save()
        return HttpResponseRedirect(self.get_success_url())

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form))

    def get_success_url(self):
        return self.success_url or self.object.get_absolute_url()


class DeleteView(GenericModelView):
    success_url = None
    template_name_suffix = '_confirm_delete'

    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        return self.render_to_response(self.get_context_data())

    def post(self, request, *args, **kwargs):
        self.object = self.get_object()
        self.object.delete()
        return HttpResponseRedirect(self.get_success_url())

    def get_success_url(self):
        return self.success_url
