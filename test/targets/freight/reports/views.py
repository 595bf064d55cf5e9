"""Reports; some are computed rarely, some may be asked rarely."""
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.response import Response
from rest_framework.throttling import ScopedRateThrottle
from rest_framework.views import APIView

from bookings.models import Booking
from vessels.models import Vessel


class Report(APIView):
    """Base of the reports."""

    permission_classes = [IsAuthenticated]

    def get(self, request):
        rows = Booking.objects.order_by("id").values("reference", "customer__name", "weight")
        return Response({"reader": request.user.username, "rows": list(rows)})


class MonthlyView(Report):
    pass


class QuarterlyView(Report):
    pass


class WeeklyView(Report):
    throttle_classes = [ScopedRateThrottle]
    throttle_scope = "weekly"


class PortView(APIView):
    permission_classes = [AllowAny]
    throttle_classes = [ScopedRateThrottle]
    throttle_scope = "ports"

    def get(self, request):
        return Response({"ports": sorted({vessel.sails for vessel in Vessel.objects.all()})})
