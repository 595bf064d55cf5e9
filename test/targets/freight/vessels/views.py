"""Ships: lists, papers, positions and plans."""
from rest_framework import generics, viewsets
from rest_framework.permissions import AllowAny, IsAuthenticated, IsAuthenticatedOrReadOnly
from rest_framework.response import Response
from rest_framework.views import APIView

from vessels.models import Certificate, Inspection, Vessel
from vessels.permissions import (
    Bridge,
    Crew,
    Holder,
    Inspector,
    Internal,
    NorthernDepot,
    Pilot,
    SameDepot,
    Surveyor,
    Suspended,
    Watch,
)
from vessels.serializers import CertificateSerializer, InspectionSerializer, VesselSerializer


class Vessels(generics.ListAPIView):
    """Base of the lists of ships."""

    queryset = Vessel.objects.order_by("id")
    serializer_class = VesselSerializer


class VesselListView(Vessels):
    permission_classes = []


class VesselDetailView(generics.RetrieveAPIView):
    queryset = Vessel.objects.all()
    serializer_class = VesselSerializer
    permission_classes = [IsAuthenticated]


class CertificateViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = Certificate.objects.order_by("id")
    serializer_class = CertificateSerializer
    permission_classes = [Holder]


class CrewView(Vessels):
    permission_classes = [Crew]


class WatchView(Vessels):
    permission_classes = [Watch]


class InspectionView(generics.ListCreateAPIView):
    queryset = Inspection.objects.order_by("id")
    serializer_class = InspectionSerializer
    permission_classes = [Inspector]


class SurveyView(generics.ListCreateAPIView):
    queryset = Inspection.objects.order_by("id")
    serializer_class = InspectionSerializer
    permission_classes = [Surveyor]


class BerthView(generics.ListCreateAPIView):
    queryset = Inspection.objects.order_by("id")
    serializer_class = InspectionSerializer
    permission_classes = [IsAuthenticatedOrReadOnly]


class PositionView(Vessels):
    permission_classes = [Pilot]


class CargoPlanView(Vessels):
    permission_classes = [SameDepot]


class StowagePlanView(Vessels):
    permission_classes = [NorthernDepot]


class EngineView(Vessels):
    permission_classes = [Internal]


class BridgeView(Vessels):
    permission_classes = [Bridge]


class ManoeuvreView(APIView):
    permission_classes = [IsAuthenticated]

    def dispatch(self, request, *args, **kwargs):
        self.args = args
        self.kwargs = kwargs
        self.headers = self.default_response_headers
        self.request = self.initialize_request(request, *args, **kwargs)
        self.response = self.finalize_response(self.request, self.get(self.request), *args, **kwargs)
        return self.response

    def get(self, request):
        return Response([{"vessel": vessel.name, "captain": vessel.captain} for vessel in Vessel.objects.order_by("id")])


class MooringView(APIView):
    permission_classes = [IsAuthenticated]

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        response.headers["X-Harbour"] = "north"
        return response

    def get(self, request):
        return Response([{"vessel": vessel.name, "captain": vessel.captain} for vessel in Vessel.objects.order_by("id")])


class DraughtView(Vessels):
    permission_classes = [IsAuthenticated]


class TideView(Vessels):
    permission_classes = [IsAuthenticated | AllowAny]


class CurrentView(Vessels):
    permission_classes = [AllowAny, IsAuthenticated]


class ChartView(Vessels):
    permission_classes = [~Suspended]


class SeaMapView(Vessels):
    permission_classes = [IsAuthenticated & ~Suspended]
