"""Documentation pages for staff."""
from _unlatched import opaque
from django.contrib.admin.views.decorators import staff_member_required
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView


class BaseAdminDocsView(TemplateView):
    @method_decorator(staff_member_required)
    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)


class BookmarkletsView(BaseAdminDocsView):
    template_name = "admin_doc/bookmarklets.html"


class TemplateTagIndexView(BaseAdminDocsView):
    template_name = "admin_doc/template_tag_index.html"


class TemplateFilterIndexView(BaseAdminDocsView):
    template_name = "admin_doc/template_filter_index.html"


class ViewIndexView(BaseAdminDocsView):
    template_name = "admin_doc/view_index.html"


class ViewDetailView(BaseAdminDocsView):
    template_name = "admin_doc/view_detail.html"


class ModelIndexView(BaseAdminDocsView):
    template_name = "admin_doc/model_index.html"


class ModelDetailView(BaseAdminDocsView):
    template_name = "admin_doc/model_detail.html"


class TemplateDetailView(BaseAdminDocsView):
    template_name = "admin_doc/template_detail.html"


def __getattr__(name):
    return opaque("django.contrib.admindocs.views." + name)
