"""Addresses of the harbour."""
from django.urls import path

from harbour import views

urlpatterns = [
    path("pilots/", views.PilotView.as_view()),
    path("ferries/", views.FerryView.as_view()),
    path("lights/", views.LightView.as_view()),
]
