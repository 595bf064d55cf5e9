"""The yard: where containers stand, and what the devices may ask."""
from django.core.signing import BadSignature, TimestampSigner
from rest_framework import generics, serializers
from rest_framework.authentication import TokenAuthentication
from rest_framework.permissions import AllowAny, BasePermission, IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView

from yard import authentication
from yard.models import Container


class ContainerSerializer(serializers.ModelSerializer):
    class Meta:
        model = Container
        fields = ["id", "code", "row", "receiver"]


class Containers(generics.ListAPIView):
    """Base of the lists."""

    queryset = Container.objects.order_by("id")
    serializer_class = ContainerSerializer
    permission_classes = [IsAuthenticated]


class ContainerListView(Containers):
    authentication_classes = [authentication.DeviceAuthentication]


class ContainerDetailView(generics.RetrieveAPIView):
    queryset = Container.objects.all()
    serializer_class = ContainerSerializer
    authentication_classes = [authentication.DeviceAuthentication]
    permission_classes = [IsAuthenticated]


class GateView(Containers):
    authentication_classes = [authentication.GateAuthentication]


class BarrierView(Containers):
    authentication_classes = [authentication.BarrierAuthentication]


class BadgeView(Containers):
    authentication_classes = [authentication.BadgeAuthentication]


class PassView(Containers):
    authentication_classes = [authentication.PassAuthentication]


class ReeferView(Containers):
    authentication_classes = [authentication.ReeferAuthentication]


class ForkliftView(Containers):
    authentication_classes = [authentication.ForkliftAuthentication]


class StackerView(Containers):
    authentication_classes = [authentication.StackerAuthentication]


class SlotView(Containers):
    authentication_classes = [authentication.SlotAuthentication]


class CameraView(Containers):
    authentication_classes = [authentication.CameraAuthentication]


class SensorView(Containers):
    authentication_classes = [authentication.SensorAuthentication]


class ScaleView(Containers):
    authentication_classes = [authentication.ScaleAuthentication]


class WeighbridgeView(Containers):
    authentication_classes = [authentication.WeighbridgeAuthentication]


class CraneView(Containers):
    authentication_classes = [TokenAuthentication]


class ArrivalView(APIView):
    """Everybody sees what arrives; staff also see for whom."""

    authentication_classes = []
    permission_classes = [AllowAny]

    def get(self, request):
        fields = ["code", "row"]
        if request.headers.get("Authorization"):
            fields.append("receiver")
        return Response(list(Container.objects.order_by("id").values(*fields)))


class DepartureView(APIView):
    """Everybody sees what leaves; staff also see for whom."""

    authentication_classes = [authentication.DeviceAuthentication]
    permission_classes = [AllowAny]

    def get(self, request):
        fields = ["code", "row"]
        if request.user.is_authenticated:
            fields.append("receiver")
        return Response(list(Container.objects.order_by("id").values(*fields)))


class SignedLink(BasePermission):
    """A link that a user made, for ten minutes."""

    def has_permission(self, request, view):
        try:
            return TimestampSigner().unsign(request.query_params.get("link", ""), max_age=600) == request.path
        except BadSignature:
            return False


class LabelView(Containers):
    authentication_classes = [authentication.DeviceAuthentication]
    permission_classes = [IsAuthenticated | SignedLink]
