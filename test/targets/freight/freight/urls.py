"""All addresses of the freight API."""
from django.urls import include, path
from rest_framework_simplejwt.views import TokenObtainPairView, TokenRefreshView

from freight.health import health, schedules
from rates.api import api as rates_api
from rates.spot import api as spot_api
from tracking.views import SlotView
from vessels.views import DraughtView

urlpatterns = [
    path("api/token/", TokenObtainPairView.as_view()),
    path("api/token/refresh/", TokenRefreshView.as_view()),
    path("api/health/", health),
    path("api/schedules/", schedules),
    path("api/", include("bookings.urls")),
    path("api/vessels/", include("vessels.urls")),
    path("api/v1/draughts/", DraughtView.as_view(permission_classes=[])),
    path("api/customs/", include("customs.urls")),
    path("api/harbour/", include("harbour.urls")),
    path("api/yard/", include("yard.urls")),
    path("api/partners/", include("partners.urls")),
    path("api/rates/", rates_api.urls),
    path("api/spot/", spot_api.urls),
    path("api/tracking/", include("tracking.urls")),
    path("api/terminal/slots/", SlotView.as_view()),
    path("terminal/slots/", SlotView.as_view()),
    path("api/reports/", include("reports.urls")),
]
