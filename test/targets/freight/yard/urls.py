"""Addresses of the yard."""
from django.urls import path

from yard import views

urlpatterns = [
    path("containers/", views.ContainerListView.as_view()),
    path("containers/<int:pk>/", views.ContainerDetailView.as_view()),
    path("gates/", views.GateView.as_view()),
    path("barriers/", views.BarrierView.as_view()),
    path("badges/", views.BadgeView.as_view()),
    path("passes/", views.PassView.as_view()),
    path("reefers/", views.ReeferView.as_view()),
    path("forklifts/", views.ForkliftView.as_view()),
    path("stackers/", views.StackerView.as_view()),
    path("slots/", views.SlotView.as_view()),
    path("cameras/", views.CameraView.as_view()),
    path("sensors/", views.SensorView.as_view()),
    path("scales/", views.ScaleView.as_view()),
    path("weighbridges/", views.WeighbridgeView.as_view()),
    path("cranes/", views.CraneView.as_view()),
    path("arrivals/", views.ArrivalView.as_view()),
    path("departures/", views.DepartureView.as_view()),
    path("labels/", views.LabelView.as_view()),
]
