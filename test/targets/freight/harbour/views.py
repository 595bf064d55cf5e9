"""What goes on in the harbour. Tokens for it carry scopes."""
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView

from harbour.permissions import HasScope
from vessels.models import Vessel


class Harbour(APIView):
    """Base: the ships, and what they do."""

    permission_classes = [HasScope]
    doing = ""

    def get(self, request):
        return Response([{"ship": vessel.name, "doing": self.doing} for vessel in Vessel.objects.order_by("id")])


class PilotView(Harbour):
    scope = "pilots:read"
    doing = "waits for a pilot"


class FerryView(Harbour):
    permission_classes = [IsAuthenticated]
    scope = "ferries:read"
    doing = "takes passengers"


class LightView(Harbour):
    scope = "lights:read"
    doing = "passes a light"
