"""Addresses of tracking."""
from django.urls import path

from tracking import views

urlpatterns = [
    path("shipments/", views.shipments),
    path("shipments/<str:code>/", views.shipment),
    path("alerts/", views.alerts),
    path("warnings/", views.warnings),
    path("events/", views.EventView.as_view()),
    path("milestones/", views.MilestoneView.as_view()),
    path("routes/", views.RouteView.as_view()),
    path("overview/", views.overview),
    path("archive/", views.archive),
    path("desk/", views.desk),
    path("proofs/", views.proofs),
    path("receipts/", views.receipts),
    path("beacons/", views.beacons),
    path("radar/", views.radar),
    path("stops/", views.stops),
]
