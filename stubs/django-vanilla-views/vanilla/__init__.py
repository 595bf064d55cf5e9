"""Class-based views with fewer layers than Django's own."""
from django.views.generic import RedirectView, View

from vanilla.model_views import CreateView, DeleteView, DetailView, GenericModelView, ListView, UpdateView
from vanilla.views import FormView, GenericView, TemplateView
