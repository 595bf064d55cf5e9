"""Views of many objects."""
from _unlatched import world
from django.core.exceptions import ImproperlyConfigured
from django.core.paginator import Paginator
from django.http import Http404
from django.views.generic.base import ContextMixin, TemplateResponseMixin, View


class MultipleObjectMixin(ContextMixin):
    allow_empty = True
    queryset = None
    model = None
    paginate_by = None
    paginate_orphans = 0
    context_object_name = None
    paginator_class = Paginator
    page_kwarg = "page"
    ordering = None

    def get_queryset(self):
        if self.queryset is not None:
            queryset = self.queryset.all() if hasattr(self.queryset, "all") else self.queryset
        elif self.model is not None:
            queryset = self.model._default_manager.all()
        else:
            raise ImproperlyConfigured(f"{self.__class__.__name__} is missing a QuerySet.")
        ordering = self.get_ordering()
        if ordering:
            queryset = queryset.order_by(*((ordering,) if isinstance(ordering, str) else ordering))
        return queryset

    def get_ordering(self):
        return self.ordering

    def paginate_queryset(self, queryset, page_size):
        paginator = self.get_paginator(
            queryset, page_size, orphans=self.get_paginate_orphans(), allow_empty_first_page=self.get_allow_empty())
        page = paginator.page(1)
        return (paginator, page, page.object_list, world("whether there are more pages"))

    def get_paginate_by(self, queryset):
        return self.paginate_by

    def get_paginator(self, queryset, per_page, orphans=0, allow_empty_first_page=True, **kwargs):
        return self.paginator_class(queryset, per_page, orphans=orphans, allow_empty_first_page=allow_empty_first_page, **kwargs)

    def get_paginate_orphans(self):
        return self.paginate_orphans

    def get_allow_empty(self):
        return self.allow_empty

    def get_context_object_name(self, object_list):
        if self.context_object_name:
            return self.context_object_name
        return f"{object_list.model._meta.model_name}_list" if hasattr(object_list, "model") else None

    def get_context_data(self, *, object_list=None, **kwargs):
        queryset = object_list if object_list is not None else self.object_list
        context = {"paginator": None, "page_obj": None, "is_paginated": False, "object_list": queryset}
        page_size = self.get_paginate_by(queryset)
        if page_size:
            paginator, page, shown, is_paginated = self.paginate_queryset(queryset, page_size)
            context = {"paginator": paginator, "page_obj": page, "is_paginated": is_paginated, "object_list": shown}
        name = self.get_context_object_name(queryset)
        if name is not None:
            context[name] = context["object_list"]
        context.update(kwargs)
        return super().get_context_data(**context)


class BaseListView(MultipleObjectMixin, View):
    def get(self, request, *args, **kwargs):
        self.object_list = self.get_queryset()
        if not self.get_allow_empty() and not self.object_list:
            raise Http404("Empty list and allow_empty is False.")
        return self.render_to_response(self.get_context_data())


class MultipleObjectTemplateResponseMixin(TemplateResponseMixin):
    template_name_suffix = "_list"

    def get_template_names(self):
        return [self.template_name or f"object{self.template_name_suffix}.html"]


class ListView(MultipleObjectTemplateResponseMixin, BaseListView):
    pass
