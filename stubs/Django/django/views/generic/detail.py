"""Views of one object."""
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404
from django.views.generic.base import ContextMixin, TemplateResponseMixin, View


class SingleObjectMixin(ContextMixin):
    model = None
    queryset = None
    slug_field = "slug"
    context_object_name = None
    slug_url_kwarg = "slug"
    pk_url_kwarg = "pk"
    query_pk_and_slug = False

    def get_object(self, queryset=None):
        if queryset is None:
            queryset = self.get_queryset()
        pk = self.kwargs.get(self.pk_url_kwarg)
        slug = self.kwargs.get(self.slug_url_kwarg)
        if pk is None and slug is None:
            raise AttributeError("The view must be called with an object pk or a slug in the URLconf.")
        if pk is not None:
            queryset = queryset.filter(pk=pk)
        if slug is not None and (pk is None or self.query_pk_and_slug):
            queryset = queryset.filter(**{self.get_slug_field(): slug})
        try:
            return queryset.get()
        except queryset.model.DoesNotExist:
            raise Http404("No object found matching the query")

    def get_queryset(self):
        if self.queryset is not None:
            return self.queryset.all()
        if not self.model:
            raise ImproperlyConfigured(f"{self.__class__.__name__} is missing a QuerySet.")
        return self.model._default_manager.all()

    def get_slug_field(self):
        return self.slug_field

    def get_context_object_name(self, obj):
        if self.context_object_name:
            return self.context_object_name
        return obj._meta.model_name if hasattr(obj, "_meta") else None

    def get_context_data(self, **kwargs):
        context = {}
        if self.object:
            context["object"] = self.object
            name = self.get_context_object_name(self.object)
            if name:
                context[name] = self.object
        context.update(kwargs)
        return super().get_context_data(**context)


class BaseDetailView(SingleObjectMixin, View):
    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        return self.render_to_response(self.get_context_data(object=self.object))


class SingleObjectTemplateResponseMixin(TemplateResponseMixin):
    template_name_field = None
    template_name_suffix = "_detail"

    def get_template_names(self):
        return [self.template_name or f"object{self.template_name_suffix}.html"]


class DetailView(SingleObjectTemplateResponseMixin, BaseDetailView):
    pass
