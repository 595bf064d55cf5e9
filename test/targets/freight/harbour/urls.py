"""Addresses of the harbour."""
from django.urls import path

from harbour import notes, views

urlpatterns = [
    path("pilots/", views.PilotView.as_view()),
    path("ferries/", views.FerryView.as_view()),
    path("lights/", views.LightView.as_view()),
    path("notes/", notes.OwnListView.as_view()),
    path("notes/<int:pk>/", notes.NoteDetailView.as_view()),
    path("logs/", notes.OwnListView.as_view()),
    path("logs/<int:pk>/", notes.LogDetailView.as_view()),
    path("desks/", notes.OwnListView.as_view()),
    path("desks/<int:pk>/", notes.DeskDetailView.as_view()),
    path("wires/", notes.WireListView.as_view()),
    path("wires/<int:pk>/", notes.WireDetailView.as_view()),
]
