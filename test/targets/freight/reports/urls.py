"""Addresses of reports."""
from django.urls import path
from django.views.decorators.cache import cache_page
from django.views.decorators.vary import vary_on_headers

from reports import views

urlpatterns = [
    path("monthly/", cache_page(60)(views.MonthlyView.as_view())),
    path("quarterly/", cache_page(60)(vary_on_headers("Authorization")(views.QuarterlyView.as_view()))),
    path("weekly/", views.WeeklyView.as_view()),
    path("ports/", views.PortView.as_view()),
]
