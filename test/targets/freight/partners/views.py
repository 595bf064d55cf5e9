"""Orders of partners."""
import hashlib
import hmac
import json

from django.conf import settings
from django.http import JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from rest_framework import generics, serializers
from rest_framework.permissions import IsAuthenticated

from partners import authentication
from partners.models import Order
from partners.permissions import Balanced, Feed, Roster, Settled


class OrderSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["id", "goods", "price"]


class Orders(generics.ListAPIView):
    """Base of the lists."""

    queryset = Order.objects.order_by("id")
    serializer_class = OrderSerializer
    authentication_classes = [authentication.PartnerAuthentication]
    permission_classes = [IsAuthenticated]


class OrderListView(Orders):
    pass


class OrderDetailView(generics.RetrieveAPIView):
    queryset = Order.objects.all()
    serializer_class = OrderSerializer
    authentication_classes = [authentication.PartnerAuthentication]
    permission_classes = [IsAuthenticated]


class CarrierView(Orders):
    authentication_classes = [authentication.CarrierAuthentication]


class HaulierView(Orders):
    authentication_classes = [authentication.HaulierAuthentication]


class PortalView(Orders):
    authentication_classes = [authentication.PortalAuthentication]


class KioskView(Orders):
    authentication_classes = [authentication.KioskAuthentication]


class FeedView(Orders):
    permission_classes = [Feed]


class RosterView(Orders):
    permission_classes = [Roster]


class InvoiceView(generics.ListAPIView):
    queryset = Order.objects.order_by("id")
    serializer_class = OrderSerializer
    permission_classes = [Settled]


class StatementView(generics.ListAPIView):
    queryset = Order.objects.order_by("id")
    serializer_class = OrderSerializer
    permission_classes = [Balanced]


@csrf_exempt
@require_POST
def delivered(request):
    """A carrier tells that goods arrived, and signs what it tells."""
    expected = hmac.new(settings.BRIDGE_KEY.encode(), request.body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), request.headers.get("X-Signature", "").encode()):
        return JsonResponse({"detail": "Signature is wrong."}, status=403)
    order = Order.objects.filter(pk=json.loads(request.body)["order"]).first()
    return JsonResponse({"known": order is not None})
