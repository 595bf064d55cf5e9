from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.throttling import AnonRateThrottle
from rest_framework_simplejwt.views import TokenObtainPairView, TokenRefreshView

from clinic.health import HealthView, QueueView

urlpatterns = [
    path("api/token/", TokenObtainPairView.as_view(throttle_classes=[AnonRateThrottle]), name="token"),
    path("api/token/refresh/", TokenRefreshView.as_view(), name="token-refresh"),
    path("api/schema/", SpectacularAPIView.as_view(), name="schema"),
    path("api/health/", HealthView.as_view(), name="health"),
    path("api/health/queue/", QueueView.as_view(), name="health-queue"),
    path("api/", include("patients.urls")),
    path("api/", include("visits.urls")),
    path("api/", include("schedule.urls")),
    path("api/lab/", include("lab.urls")),
    path("api/portal/", include("portal.urls")),
    path("api/", include("billing.urls")),
    path("api/devices/", include("devices.urls")),
    path("api/partners/", include("partners.urls")),
]
