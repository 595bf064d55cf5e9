"""Addresses of ships."""
from django.urls import include, path
from rest_framework.routers import SimpleRouter

from vessels import views

router = SimpleRouter()
router.register("certificates", views.CertificateViewSet)

urlpatterns = [
    path("", views.VesselListView.as_view()),
    path("<int:pk>/", views.VesselDetailView.as_view()),
    path("crew/", views.CrewView.as_view()),
    path("watches/", views.WatchView.as_view()),
    path("inspections/", views.InspectionView.as_view()),
    path("surveys/", views.SurveyView.as_view()),
    path("berths/", views.BerthView.as_view()),
    path("positions/", views.PositionView.as_view()),
    path("cargo-plans/", views.CargoPlanView.as_view()),
    path("stowage-plans/", views.StowagePlanView.as_view()),
    path("engines/", views.EngineView.as_view()),
    path("bridges/", views.BridgeView.as_view()),
    path("manoeuvres/", views.ManoeuvreView.as_view()),
    path("moorings/", views.MooringView.as_view()),
    path("draughts/", views.DraughtView.as_view()),
    path("tides/", views.TideView.as_view()),
    path("currents/", views.CurrentView.as_view()),
    path("charts/", views.ChartView.as_view()),
    path("sea-maps/", views.SeaMapView.as_view()),
    path("", include(router.urls)),
]
